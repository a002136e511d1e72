package org.contentpack.validation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of one picture say, collected part by part; as much as was read where the
 * picture is damaged. For one thread.
 */
final class ImageFacts {

    private long width;
    private long height;
    private long metadataBytes;
    private long frames;
    private boolean tellsPosition;
    private boolean isAnimatedWebp;
    private boolean goesOn;
    private @Nullable String damage;

    /** Takes the larger of what was said before and now: frames may exceed the canvas. */
    void size(long newWidth, long newHeight) {
        width = Math.max(width, newWidth);
        height = Math.max(height, newHeight);
        if (newWidth == 0 || newHeight == 0) {
            damaged("a side has no pixels");
        }
    }

    void metadata(long bytes) {
        metadataBytes += bytes;
    }

    void frames(long more) {
        frames += more;
    }

    void exif(byte[] tiff) {
        tellsPosition |= Exif.hasPosition(tiff);
    }

    void animatedWebp() {
        isAnimatedWebp = true;
    }

    /** Something follows the picture's end. */
    void goesOn() {
        goesOn = true;
    }

    /** Keeps the first reason. */
    void damaged(String reason) {
        if (damage == null) {
            damage = reason;
        }
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    long metadataBytes() {
        return metadataBytes;
    }

    long frames() {
        return frames;
    }

    boolean tellsPosition() {
        return tellsPosition;
    }

    boolean isAnimatedWebp() {
        return isAnimatedWebp;
    }

    boolean hasTail() {
        return goesOn;
    }

    Optional<String> damage() {
        return Optional.ofNullable(damage);
    }
}
