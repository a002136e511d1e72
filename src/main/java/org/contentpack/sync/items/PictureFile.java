package org.contentpack.sync.items;

import java.util.Locale;
import org.contentpack.pack.FileEntry;

/** What a picture of a release is called among the files of a CMS. */
public final class PictureFile {

    /** Digits of the digest, so that two pictures of one name can be told apart. */
    private static final int DIGITS = 16;

    private PictureFile() {}

    /** The name in the release, with digits of the digest in it. */
    public static String name(FileEntry file) {
        String name = file.path().name();
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot)
                + "-"
                + file.digest().hex().substring(0, DIGITS)
                + name.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The media type for a name. */
    public static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            default -> "image/jpeg";
        };
    }
}
