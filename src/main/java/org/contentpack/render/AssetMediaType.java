package org.contentpack.render;

import java.util.Locale;
import org.contentpack.pack.FilePath;

/** The media type of a file of a pack by its ending. */
public final class AssetMediaType {

    private AssetMediaType() {}

    public static String of(FilePath path) {
        String name = path.name();
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            case "avif" -> "image/avif";
            case "pdf" -> "application/pdf";
            case "md" -> "text/markdown;charset=utf-8";
            case "yaml" -> "application/yaml";
            default -> "application/octet-stream";
        };
    }
}
