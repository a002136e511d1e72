package org.contentpack.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it takes, in {@code Accept}. A range that cannot be read is passed over, so
 * that one bad range does not cost the others their say.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
final class Accept {

    private static final Pattern QUALITY = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    private final List<Range> ranges;

    private record Range(String type, String subtype, double quality) {

        boolean covers(String mediaType) {
            return type.equals("*")
                    || (mediaType.startsWith(type + "/")
                            && (subtype.equals("*") || mediaType.equals(type + "/" + subtype)));
        }

        int specificity() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }
    }

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Of no header, or of one without a single readable range: anything. */
    static Accept of(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        for (String text : (header == null ? "" : header).split(",", -1)) {
            range(text.strip().toLowerCase(Locale.ROOT)).ifPresent(ranges::add);
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
    }

    private static Optional<Range> range(String text) {
        String[] parts = text.split(";", -1);
        String[] type = parts[0].strip().split("/", -1);
        if (type.length != 2
                || !isToken(type[0])
                || !isToken(type[1])
                || (type[0].equals("*") && !type[1].equals("*"))) {
            return Optional.empty();
        }
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2);
                if (!QUALITY.matcher(value).matches()) {
                    return Optional.empty();
                }
                quality = Double.parseDouble(value);
            }
        }
        return Optional.of(new Range(type[0], type[1], quality));
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(
                                c ->
                                        (c >= '0' && c <= '9')
                                                || (c >= 'a' && c <= 'z')
                                                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }

    /**
     * The offer that the client likes best, the first of equals; empty where it takes none.
     *
     * @param offers media types without parameters
     */
    Optional<String> best(List<String> offers) {
        Optional<String> best = Optional.empty();
        double highest = 0;
        for (String offer : offers) {
            double quality = quality(offer);
            if (quality > highest) {
                highest = quality;
                best = Optional.of(offer);
            }
        }
        return best;
    }

    private double quality(String mediaType) {
        int specificity = -1;
        double quality = 0;
        for (Range range : ranges) {
            if (range.covers(mediaType) && range.specificity() > specificity) {
                specificity = range.specificity();
                quality = range.quality();
            }
        }
        return quality;
    }
}
