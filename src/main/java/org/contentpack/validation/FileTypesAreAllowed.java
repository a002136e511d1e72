package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.MED_001;
import static org.contentpack.finding.BuiltInRule.MED_002;
import static org.contentpack.finding.BuiltInRule.MED_003;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;

/**
 * MED-001, MED-002, MED-003: assets are pictures of known types, and no file is one that a server
 * or a browser runs, by any part of its name.
 */
final class FileTypesAreAllowed implements PackRule {

    /** What common servers and browsers run or obey by its name alone. */
    private static final Set<String> EXECUTABLE =
            Set.of(
                    "asp",
                    "aspx",
                    "bat",
                    "cer",
                    "cgi",
                    "class",
                    "cmd",
                    "com",
                    "conf",
                    "config",
                    "dll",
                    "exe",
                    "fcgi",
                    "htaccess",
                    "htm",
                    "html",
                    "htpasswd",
                    "ini",
                    "jar",
                    "js",
                    "jse",
                    "jsp",
                    "jspf",
                    "jspx",
                    "lnk",
                    "mht",
                    "mhtml",
                    "mjs",
                    "msi",
                    "phar",
                    "php",
                    "php3",
                    "php4",
                    "php5",
                    "php7",
                    "php8",
                    "phps",
                    "pht",
                    "phtml",
                    "pl",
                    "ps1",
                    "py",
                    "rb",
                    "scr",
                    "sh",
                    "shtml",
                    "so",
                    "stm",
                    "swf",
                    "vbe",
                    "vbs",
                    "war",
                    "wasm",
                    "wsf",
                    "xhtml",
                    "xht",
                    "xsl",
                    "xslt");

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (FileEntry entry : context.document().files().list().entries()) {
            FilePath path = entry.path();
            if (hasExecutablePart(path)) {
                found.accept(Finding.of(MED_002, Location.of(path), path));
            } else if (path.isIn("assets")) {
                if (path.name().indexOf('.') != path.name().lastIndexOf('.')) {
                    found.accept(Finding.of(MED_003, Location.of(path), path));
                }
                if (ImageType.ofName(path).isEmpty()) {
                    found.accept(Finding.of(MED_001, Location.of(path), path));
                }
            }
        }
    }

    private static boolean hasExecutablePart(FilePath path) {
        String[] parts = path.name().toLowerCase(Locale.ROOT).split("\\.", -1);
        for (int i = 1; i < parts.length; i++) {
            // A language may be named like a program: article.pl.md is Polish.
            boolean isLanguage = path.isIn("articles") && i == 1 && parts.length == 3;
            if (!isLanguage && EXECUTABLE.contains(parts[i])) {
                return true;
            }
        }
        return false;
    }
}
