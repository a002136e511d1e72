package org.contentpack.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.contentpack.pack.Digest;

/**
 * A small JSON object that a client sends, read strictly: one object, each member once and none
 * that is unknown, texts as they are.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonBody {

    private static final String MEDIA_TYPE = "application/json";

    private static final int MAX_BYTES = 64 * 1024;

    /** Longest body of any request in bytes, for those that carry texts of articles. */
    static final int LARGEST_BYTES = 4 * 1024 * 1024;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(20)
                                                    .maxNumberLength(20)
                                                    .maxStringLength(LARGEST_BYTES)
                                                    .maxNameLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonNode object;
    private final Digest digest;

    private JsonBody(JsonNode object, Digest digest) {
        this.object = object;
        this.digest = digest;
    }

    /**
     * @param members that are known
     * @throws ProblemException where the body is not such an object
     */
    static JsonBody read(HttpServletRequest request, Set<String> members) throws IOException {
        return read(request, members, MAX_BYTES);
    }

    /**
     * @param maxBytes that the body may have, at most {@link #LARGEST_BYTES}
     */
    static JsonBody read(HttpServletRequest request, Set<String> members, int maxBytes)
            throws IOException {
        if (!BodyKind.of(request).equals(MEDIA_TYPE)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be JSON, sent with \"Content-Type: "
                                    + MEDIA_TYPE
                                    + "\"."),
                    "Accept-Post",
                    MEDIA_TYPE);
        }
        String text = text(request, maxBytes);
        return of(parse(text), "The body", members, Digest.of(text));
    }

    private static JsonBody of(JsonNode object, String what, Set<String> members, Digest digest) {
        if (!object.isObject()) {
            throw ProblemException.malformed(what + " must be a JSON object.");
        }
        Set<String> unknown = new TreeSet<>();
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            unknown.add(names.next());
        }
        unknown.removeAll(members);
        if (!unknown.isEmpty()) {
            throw ProblemException.malformed(
                    "The members that are known here are "
                            + String.join(", ", new TreeSet<>(members))
                            + "; \""
                            + unknown.iterator().next()
                            + "\" is not.");
        }
        return new JsonBody(object, digest);
    }

    private static String text(HttpServletRequest request, int maxBytes) throws IOException {
        byte[] bytes = ArrivingBody.whole(request, maxBytes, "The body");
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.malformed("The body must be UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonMappingException e) {
            throw ProblemException.malformed("The body must be one JSON value, and is not.");
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null
                            ? ""
                            : " (line "
                                    + e.getLocation().getLineNr()
                                    + ", column "
                                    + e.getLocation().getColumnNr()
                                    + ")";
            throw ProblemException.malformed(
                    "The body must be JSON with each member once, no number of over 20 characters"
                            + " and nothing nested deeper than 20"
                            + place
                            + ".");
        }
    }

    /** Of the body's bytes as they were sent. */
    Digest digest() {
        return digest;
    }

    /** A member that may be absent: a text of one line and at most so many characters. */
    Optional<String> text(String member, int max) {
        JsonNode node = object.get(member);
        if (node == null) {
            return Optional.empty();
        }
        String text = node.isTextual() ? node.textValue() : "";
        if (text.isBlank() || text.length() > max || text.codePoints().anyMatch(JsonBody::isOdd)) {
            throw ProblemException.malformed(
                    "\""
                            + member
                            + "\" must be a text of 1 to "
                            + max
                            + " characters without control characters.");
        }
        return Optional.of(text.strip());
    }

    private static boolean isOdd(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    String required(String member, int max) {
        return text(member, max)
                .orElseThrow(() -> ProblemException.malformed("\"" + member + "\" must be given."));
    }

    /**
     * A member that must be there and spell a value.
     *
     * @param form what it must be, in words
     */
    <T> T required(String member, String form, Function<String, Optional<T>> parse) {
        String text = required(member, 300);
        return parse.apply(text)
                .orElseThrow(
                        () ->
                                ProblemException.malformed(
                                        "\"" + member + "\" must be " + form + ": " + text));
    }

    /**
     * A member that must be a list of objects.
     *
     * @param members that are known in each
     * @param most objects in it
     */
    List<JsonBody> objects(String member, Set<String> members, int most) {
        JsonNode node = object.get(member);
        if (node == null || !node.isArray() || node.size() > most) {
            throw ProblemException.malformed(
                    "\"" + member + "\" must be a list of at most " + most + " objects.");
        }
        List<JsonBody> objects = new ArrayList<>();
        node.forEach(each -> objects.add(of(each, "Each of \"" + member + "\"", members, digest)));
        return objects;
    }

    /**
     * A member that may be absent: a list of texts of one line.
     *
     * @param most texts in it
     * @param max characters in each
     */
    Optional<List<String>> texts(String member, int most, int max) {
        JsonNode node = object.get(member);
        if (node == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.isTextual() ? each.textValue() : ""));
        if (!node.isArray()
                || texts.size() > most
                || texts.stream()
                        .anyMatch(
                                text ->
                                        text.isBlank()
                                                || text.length() > max
                                                || text.codePoints().anyMatch(JsonBody::isOdd))) {
            throw ProblemException.malformed(
                    "\""
                            + member
                            + "\" must be a list of at most "
                            + most
                            + " texts of 1 to "
                            + max
                            + " characters without control characters.");
        }
        return Optional.of(texts);
    }

    /** A member that must be there: the number of an event. */
    long sequence(String member) {
        JsonNode node = object.get(member);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw ProblemException.malformed(
                    "\"" + member + "\" must be a whole number, the sequence of an event.");
        }
        return node.longValue();
    }

    /** A member that may be absent, which is false: true or false. */
    boolean flag(String member) {
        JsonNode node = object.get(member);
        if (node != null && !node.isBoolean()) {
            throw ProblemException.malformed("\"" + member + "\" must be true or false.");
        }
        return node != null && node.booleanValue();
    }

    /** A member that may be absent: a text of any length and any lines. */
    Optional<String> lines(String member) {
        JsonNode node = object.get(member);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isTextual() || node.textValue().codePoints().anyMatch(JsonBody::isBroken)) {
            throw ProblemException.malformed(
                    "\""
                            + member
                            + "\" must be a text without U+0000 and without half characters.");
        }
        return Optional.of(node.textValue());
    }

    private static boolean isBroken(int c) {
        return c == 0 || Character.getType(c) == Character.SURROGATE;
    }

    /** A day that must be there. */
    LocalDate day(String member) {
        return required(
                member,
                "a day such as 2026-11-24",
                text -> {
                    try {
                        return Optional.of(LocalDate.parse(text)).filter(d -> text.length() == 10);
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                });
    }
}
