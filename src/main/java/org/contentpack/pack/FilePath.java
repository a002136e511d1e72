package org.contentpack.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file stands inside a pack: relative, {@code /} between segments, safe to join to a folder
 * on every operating system.
 *
 * <p>Order is that of the UTF-8 bytes, as {@code LC_ALL=C sort} gives it: release digests depend on
 * it.
 *
 * @param value one to 16 segments of letters, digits, {@code .}, {@code _} and {@code -}, none of
 *     them beginning or ending with a dot; at most 1,024 bytes, a segment at most 255
 */
public record FilePath(String value) implements Comparable<FilePath> {

    /** Longest path in UTF-8 bytes. */
    public static final int MAX_BYTES = 1024;

    /** Longest segment in UTF-8 bytes: what common file systems hold. */
    public static final int MAX_SEGMENT_BYTES = 255;

    /** Deepest nesting in segments. */
    public static final int MAX_DEPTH = 16;

    private static final String SEGMENT =
            "[\\p{L}\\p{M}\\p{Nd}_-][\\p{L}\\p{M}\\p{Nd}._-]*+(?<!\\.)";
    private static final Pattern FORM = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*+");

    public FilePath {
        if (!isFilePath(value)) {
            throw new IllegalArgumentException(
                    "file path must be relative, of letters, digits, \".\", \"_\" and \"-\": \""
                            + value
                            + "\"");
        }
    }

    /** The path as written, or empty where it does not have the form. */
    public static Optional<FilePath> parse(String text) {
        return isFilePath(text) ? Optional.of(new FilePath(text)) : Optional.empty();
    }

    private static boolean isFilePath(String text) {
        if (text.length() > MAX_BYTES || !FORM.matcher(text).matches()) {
            return false;
        }
        String[] segments = text.split("/");
        return segments.length <= MAX_DEPTH
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                && Arrays.stream(segments)
                        .allMatch(
                                s ->
                                        s.getBytes(StandardCharsets.UTF_8).length
                                                <= MAX_SEGMENT_BYTES);
    }

    /** The last segment: {@code calf.svg} of {@code assets/calf.svg}. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** True for {@code assets/calf.svg} in {@code assets}. */
    public boolean isIn(String folder) {
        return value.startsWith(folder + "/");
    }

    @Override
    public int compareTo(FilePath other) {
        return Arrays.compareUnsigned(
                value.getBytes(StandardCharsets.UTF_8),
                other.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
