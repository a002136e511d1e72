package org.contentpack.search;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a hit stands in the order of all hits: by weight, then by place, so that no two stand
 * equal. It says nothing of the index that it came from, so it goes on meaning the same after a
 * restart; where packs changed meanwhile, weights may have, and a hit may come again or not at all.
 *
 * @param weight as the index gave it; not negative
 */
public record Cursor(float weight, String place) {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9a-f]{8})/([a-z0-9-]+/[a-z0-9-]+/[A-Za-z0-9-]+/[0-9a-f]{64}#[a-z0-9-]*)");

    /** Longest text in characters; far above any that {@link #toString} gives. */
    private static final int MAX_LENGTH = 1_000;

    /** The cursor that {@link #toString} wrote. */
    public static Optional<Cursor> parse(String text) {
        Matcher matcher = FORM.matcher(text.length() > MAX_LENGTH ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        float weight = Float.intBitsToFloat(HexFormat.fromHexDigits(matcher.group(1)));
        return Float.isFinite(weight) && weight >= 0
                ? Optional.of(new Cursor(weight, matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(Float.floatToIntBits(weight)) + "/" + place;
    }
}
