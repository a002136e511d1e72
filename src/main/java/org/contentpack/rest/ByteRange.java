package org.contentpack.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a representation that a client asks for. One range is answered; several at once, a
 * unit other than bytes, and what cannot be read get the whole, as the specification allows: so a
 * thousand ranges cost no more than none.
 *
 * @param first offset of the first byte, from 0
 * @param last offset of the last byte, not below the first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section 14</a>
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("(?i)bytes=([0-9]{0,18})-([0-9]{0,18})");

    long length() {
        return last - first + 1;
    }

    /** {@code bytes 0-99/1234}. */
    String contentRange(long whole) {
        return "bytes " + first + "-" + last + "/" + whole;
    }

    /** What a request asks for. */
    sealed interface Asked {
        /** Everything. */
        record Whole() implements Asked {}

        /** Some bytes that are there. */
        record Part(ByteRange range) implements Asked {}

        /** Bytes that are not there. */
        record Nothing() implements Asked {}
    }

    /**
     * @param range field {@code Range}; null where there is none
     * @param ifRange field {@code If-Range}: the range counts only where it is the strong validator
     * @param tag of what would be sent
     * @param whole length in bytes
     */
    static Asked asked(@Nullable String range, @Nullable String ifRange, String tag, long whole) {
        if (range == null || (ifRange != null && !ifRange.strip().equals(tag))) {
            return new Asked.Whole();
        }
        Matcher matcher = ONE.matcher(range.strip());
        if (!matcher.matches() || (matcher.group(1) + matcher.group(2)).isEmpty()) {
            return new Asked.Whole();
        }
        return matcher.group(1).isEmpty()
                ? suffix(Long.parseLong(matcher.group(2)), whole)
                : from(
                        Long.parseLong(matcher.group(1)),
                        Optional.of(matcher.group(2)).filter(t -> !t.isEmpty()),
                        whole);
    }

    private static Asked suffix(long length, long whole) {
        return length == 0 || whole == 0
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange(Math.max(0, whole - length), whole - 1));
    }

    private static Asked from(long first, Optional<String> lastText, long whole) {
        long last = lastText.map(Long::parseLong).orElse(Long.MAX_VALUE);
        if (last < first) {
            return new Asked.Whole();
        }
        return first >= whole
                ? new Asked.Nothing()
                : new Asked.Part(new ByteRange(first, Math.min(last, whole - 1)));
    }
}
