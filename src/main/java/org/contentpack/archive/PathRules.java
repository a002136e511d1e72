package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_031;
import static org.contentpack.finding.BuiltInRule.ENT_032;
import static org.contentpack.finding.BuiltInRule.ENT_033;
import static org.contentpack.finding.BuiltInRule.ENT_034;
import static org.contentpack.finding.BuiltInRule.ENT_035;
import static org.contentpack.finding.BuiltInRule.ENT_036;
import static org.contentpack.finding.BuiltInRule.ENT_037;
import static org.contentpack.finding.BuiltInRule.ENT_038;
import static org.contentpack.finding.BuiltInRule.ENT_039;
import static org.contentpack.finding.BuiltInRule.ENT_040;
import static org.contentpack.finding.BuiltInRule.ENT_041;
import static org.contentpack.finding.BuiltInRule.ENT_042;
import static org.contentpack.finding.BuiltInRule.ENT_043;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;
import org.contentpack.pack.FilePath;

/**
 * What a single path must be, whatever it comes from, with the reason where it is not, which {@link
 * FilePath} does not give; against {@link EntryPaths}, which compares the paths of a pack with each
 * other.
 */
final class PathRules {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /**
     * Names that Windows takes for devices, with any extension.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming Files,
     *     Paths, and Namespaces</a>
     */
    private static final Pattern DEVICE =
            Pattern.compile(
                    "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9¹²³]) *(?:\\..*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String MACOS_FOLDER = "__MACOSX";

    private PathRules() {}

    /** What is wrong with the path, without a slash at its end; the first reason stands for all. */
    static Optional<Finding> check(String path) {
        String[] segments = path.split("/", -1);
        return unsafe(path, segments)
                .map(r -> Finding.of(r, EntryPaths.place(path), path))
                .or(() -> tooLong(path, segments));
    }

    private static Optional<Rule> unsafe(String path, String[] segments) {
        if (path.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(ENT_031);
        }
        if (path.codePoints().anyMatch(PathRules::isInvisible)) {
            return Optional.of(ENT_032);
        }
        if (path.startsWith("/") || path.startsWith("\\") || DRIVE.matcher(path).matches()) {
            return Optional.of(ENT_033);
        }
        if (path.contains("\\")) {
            return Optional.of(ENT_034);
        }
        return Arrays.stream(segments)
                .map(PathRules::unsafe)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> isNormalized(path) ? Optional.empty() : Optional.of(ENT_040));
    }

    private static Optional<Rule> unsafe(String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            return Optional.of(ENT_035);
        }
        if (segment.startsWith(".")) {
            return Optional.of(ENT_036);
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return Optional.of(ENT_037);
        }
        if (DEVICE.matcher(segment).matches()) {
            return Optional.of(ENT_038);
        }
        return isAllowed(segment) ? Optional.empty() : Optional.of(ENT_039);
    }

    /** The allowed characters are those of FilePath; each is tried alone where all are too long. */
    private static boolean isAllowed(String segment) {
        return FilePath.parse(segment).isPresent()
                || (bytes(segment) > FilePath.MAX_SEGMENT_BYTES
                        && segment.codePoints()
                                .mapToObj(Character::toString)
                                .allMatch(c -> FilePath.parse("a" + c + "a").isPresent()));
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> isVariationSelector(c);
        };
    }

    /** Marks by category, yet invisible by themselves. */
    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x034F;
    }

    private static boolean isNormalized(String path) {
        return Normalizer.isNormalized(path, Normalizer.Form.NFC);
    }

    private static Optional<Finding> tooLong(String path, String[] segments) {
        Location place = EntryPaths.place(path);
        if (bytes(path) > FilePath.MAX_BYTES) {
            return Optional.of(Finding.of(ENT_041, place, path, FilePath.MAX_BYTES));
        }
        if (Arrays.stream(segments).anyMatch(s -> bytes(s) > FilePath.MAX_SEGMENT_BYTES)) {
            return Optional.of(Finding.of(ENT_042, place, path, FilePath.MAX_SEGMENT_BYTES));
        }
        return segments.length > FilePath.MAX_DEPTH
                ? Optional.of(Finding.of(ENT_043, place, path, FilePath.MAX_DEPTH))
                : Optional.empty();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** True for what macOS and Windows leave in folders unasked, where the path is safe else. */
    static boolean isLitter(String path) {
        String[] segments = path.split("/", -1);
        String name = segments[segments.length - 1];
        boolean isLitter =
                segments[0].equals(MACOS_FOLDER)
                        || name.equals(".DS_Store")
                        || name.equalsIgnoreCase("Thumbs.db")
                        || name.equalsIgnoreCase("desktop.ini")
                        || (name.startsWith("._") && name.length() > 2);
        if (isLitter && name.startsWith(".")) {
            segments[segments.length - 1] = name.substring(1);
        }
        String visible = String.join("/", segments);
        return isLitter && unsafe(visible, segments).isEmpty() && tooLong(path, segments).isEmpty();
    }
}
