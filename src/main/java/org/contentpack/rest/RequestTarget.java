package org.contentpack.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.contentpack.render.ReleaseAddresses;

/**
 * The path and query of a request as sent, taken apart by one strict grammar, so that one address
 * names one thing and no container's leniency (matrix parameters, dot segments, double slashes,
 * encoded slashes) makes a second name for it.
 *
 * @param segments decoded, none empty, none {@code .} or {@code ..}; empty for {@code /}
 * @param query as sent, without the question mark
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.3">RFC 3986, section 3.3</a>
 */
record RequestTarget(List<String> segments, Optional<String> query) {

    /** Longest path in characters: far above any that this server gives out. */
    static final int MAX_LENGTH = 4096;

    /** The name under which the request's target is kept as an attribute of the request. */
    static final String ATTRIBUTE = RequestTarget.class.getName();

    /**
     * Not allowed in a URI, yet sent raw by common clients in ranges: {@code ^1.0}, {@code >=1}.
     */
    private static final String TOLERATED = "^<>|";

    RequestTarget {
        segments = List.copyOf(segments);
    }

    /** What came of taking a target apart. */
    sealed interface Parsed {}

    /** A target in its one canonical spelling, or in one that differs by tolerated characters. */
    record Canonical(RequestTarget target) implements Parsed {}

    /** A target that names the same as another, which is the canonical one. */
    record OtherSpelling(RequestTarget canonical) implements Parsed {}

    /** Nothing that could name anything here. */
    record Unreadable(String reason) implements Parsed {}

    static Parsed parse(String rawPath, Optional<String> rawQuery) {
        if (rawPath.length() > MAX_LENGTH) {
            return new Unreadable("the path is longer than " + MAX_LENGTH + " characters");
        }
        if (!rawPath.startsWith("/")) {
            return new Unreadable("the path does not begin with \"/\"");
        }
        List<String> segments = new ArrayList<>();
        if (rawPath.length() > 1) {
            for (String raw : rawPath.substring(1).split("/", -1)) {
                Optional<String> segment = decode(raw);
                if (segment.isEmpty()) {
                    return new Unreadable(
                            "a segment of the path is empty, relative, or holds characters that"
                                    + " are not taken");
                }
                segments.add(segment.get());
            }
        }
        RequestTarget target = new RequestTarget(segments, rawQuery);
        return canonicalSpelling(rawPath).equals(target.path())
                ? new Canonical(target)
                : new OtherSpelling(target);
    }

    private static Optional<String> decode(String raw) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(raw, i + 1, i + 3);
                i += 2;
            } else if (ReleaseAddresses.isPlain(c) || TOLERATED.indexOf(c) >= 0) {
                bytes[length++] = (byte) c;
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes, length).filter(RequestTarget::isSegment);
    }

    private static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, 0, length))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isSegment(String decoded) {
        return !decoded.isEmpty()
                && !decoded.equals(".")
                && !decoded.equals("..")
                && decoded.codePoints()
                        .noneMatch(
                                c ->
                                        c == '/'
                                                || c == '\\'
                                                || c == ';'
                                                || c == '%'
                                                || Character.getType(c) == Character.CONTROL
                                                || Character.getType(c) == Character.FORMAT);
    }

    /** The raw path with tolerated characters encoded and hex digits in upper case. */
    private static String canonicalSpelling(String rawPath) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c == '%') {
                path.append(rawPath.substring(i, i + 3).toUpperCase(java.util.Locale.ROOT));
                i += 2;
            } else {
                path.append(TOLERATED.indexOf(c) >= 0 ? encode(String.valueOf(c)) : c);
            }
        }
        return path.toString();
    }

    /** One segment with everything encoded that a path does not take as it is. */
    static String encode(String segment) {
        return ReleaseAddresses.encode(segment);
    }

    /** This target with one segment in place of another. */
    RequestTarget with(int index, String segment) {
        List<String> others = new ArrayList<>(segments);
        others.set(index, segment);
        return new RequestTarget(others, query);
    }

    /**
     * This target with an article's id in place of another name for it, its ending kept.
     *
     * @param name behind {@code articles}, without ending
     */
    RequestTarget replacing(String name, String id) {
        int index = segments.lastIndexOf("articles") + 1;
        String ending = segments.get(index).substring(name.length());
        return with(index, id + ending);
    }

    /** This target with one parameter more; the value needs no encoding. */
    RequestTarget withParameter(String name, String value) {
        return new RequestTarget(
                segments, Optional.of(query.map(q -> q + "&").orElse("") + name + "=" + value));
    }

    /** The path in canonical spelling. */
    String path() {
        StringBuilder path = new StringBuilder();
        segments.forEach(segment -> path.append('/').append(encode(segment)));
        return path.isEmpty() ? "/" : path.toString();
    }

    /** Path and query. */
    @Override
    public String toString() {
        return path() + query.map(q -> "?" + q).orElse("");
    }
}
