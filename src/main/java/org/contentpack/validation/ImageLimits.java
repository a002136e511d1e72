package org.contentpack.validation;

/** How large a picture may be in a browser that opens it, whatever the length of its file. */
final class ImageLimits {

    /** Longest side in pixels. */
    static final long SIDE = 10_000;

    /** All pixels: 160 MB once decoded. */
    static final long PIXELS = 40_000_000;

    /** Everything that is no picture: colour profile, Exif, texts. */
    static final long METADATA_BYTES = 128 << 10;

    /** Pictures of an animation. */
    static final long FRAMES = 200;

    /** Length of a drawing. */
    static final long DRAWING_BYTES = 2 << 20;

    private ImageLimits() {}
}
