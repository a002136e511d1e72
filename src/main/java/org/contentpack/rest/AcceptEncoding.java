package org.contentpack.rest;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What codings a client takes, in {@code Accept-Encoding}. An element that cannot be read is passed
 * over. Without the field nothing is packed: a client that says nothing may know nothing of it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, section 12.5.3</a>
 */
final class AcceptEncoding {

    private static final Pattern QUALITY =
            Pattern.compile("(?i)q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");

    /** Longer than any client's; what is longer says nothing. */
    private static final int MAX_LENGTH = 1_000;

    /** Below all that a client can write and not zero. */
    private static final double LEAST = 0.000_1;

    private AcceptEncoding() {}

    /**
     * The coding to send: the one that the client likes best, the first of equals. Where it takes
     * none at all it gets the bytes as they are, as the specification recommends.
     *
     * @param offers not empty, the last one being the bytes as they are
     */
    static ContentCoding choose(@Nullable String header, List<ContentCoding> offers) {
        if (header == null || header.length() > MAX_LENGTH || offers.size() == 1) {
            return ContentCoding.IDENTITY;
        }
        Map<ContentCoding, Double> named = new EnumMap<>(ContentCoding.class);
        Optional<Double> others = Optional.empty();
        for (String element : header.split(",", -1)) {
            String[] parts = element.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", 2);
            Optional<Double> quality = parts.length == 1 ? Optional.of(1.0) : quality(parts[1]);
            if (quality.isPresent() && parts[0].equals("*")) {
                others = quality;
            } else if (quality.isPresent()) {
                coding(parts[0]).ifPresent(coding -> named.put(coding, quality.get()));
            }
        }
        return best(named, others, offers);
    }

    private static Optional<Double> quality(String text) {
        Matcher matcher = QUALITY.matcher(text);
        return matcher.matches()
                ? Optional.of(Double.parseDouble(matcher.group(1)))
                : Optional.empty();
    }

    private static Optional<ContentCoding> coding(String token) {
        String name = token.equals("x-gzip") ? "gzip" : token;
        for (ContentCoding coding : ContentCoding.values()) {
            if (coding.token().equals(name)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    private static ContentCoding best(
            Map<ContentCoding, Double> named, Optional<Double> others, List<ContentCoding> offers) {
        ContentCoding best = ContentCoding.IDENTITY;
        double highest = 0;
        for (ContentCoding offer : offers) {
            // Only the bytes as they are need not be named; they come after all that is.
            double unnamed = offer == ContentCoding.IDENTITY ? LEAST : 0;
            double quality = named.getOrDefault(offer, others.orElse(unnamed));
            if (quality > highest) {
                highest = quality;
                best = offer;
            }
        }
        return best;
    }
}
