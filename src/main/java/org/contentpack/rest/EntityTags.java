package org.contentpack.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Strong validators made of digests, and what a client says of them in {@code If-None-Match}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC 9110, section 13.1.2</a>
 */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[!#-~\\u0080-\\u00ff]*+\")");
    private static final Pattern LIST =
            Pattern.compile(
                    "[ \\t,]*+"
                            + TAG.pattern()
                            + "(?:[ \\t]*+,[ \\t,]*+"
                            + TAG.pattern()
                            + ")*+[ \\t,]*+");

    private EntityTags() {}

    static String of(Digest digest) {
        return "\"" + digest.hex() + "\"";
    }

    /**
     * True where the client has what the tag names. A field that cannot be read counts as absent.
     *
     * @param ifNoneMatch the field's value, several fields joined by commas
     */
    static boolean isNoneMatchHit(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(tag) || ifNoneMatch.strip().equals("*")) {
            return true;
        }
        return LIST.matcher(ifNoneMatch).matches() && contains(ifNoneMatch, tag);
    }

    /**
     * True where the client expects what the tag names. Weak tags match nothing here, and a field
     * that cannot be read matches nothing either: what it guards must not happen by accident.
     *
     * @param ifMatch the field's value, several fields joined by commas
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, section
     *     13.1.1</a>
     */
    static boolean isMatch(String ifMatch, String tag) {
        if (ifMatch.strip().equals("*")) {
            return true;
        }
        return LIST.matcher(ifMatch).matches()
                && contains(ifMatch.replaceAll("W/\"[^\"]*\"", ""), tag);
    }

    /**
     * True where the field says something that can be read.
     *
     * @param field as the other two take it
     */
    static boolean isReadable(String field) {
        return field.strip().equals("*") || LIST.matcher(field).matches();
    }

    private static boolean contains(String list, String tag) {
        Matcher matcher = TAG.matcher(list);
        Optional<String> hit = Optional.empty();
        while (hit.isEmpty() && matcher.find()) {
            hit = Optional.of(matcher.group(1)).filter(tag::equals);
        }
        return hit.isPresent();
    }
}
