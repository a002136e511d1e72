package org.contentpack.sync.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.Marks;
import org.contentpack.sync.http.Json;
import org.contentpack.sync.items.Mark;

/**
 * What a post says of where it comes from: a script of JSON in its code injection, which Ghost and
 * its editor keep as it is. Beside the marks it has the headings of the sections, by which they are
 * found where their words have lost their styles.
 */
final class Origin {

    private static final String START = "<script type=\"application/json\" id=\"contentpack\">";
    private static final String END = "</script>";

    private static final Pattern SCRIPT =
            Pattern.compile(
                    "\\n?" + Pattern.quote(START) + "(.*?)" + Pattern.quote(END), Pattern.DOTALL);

    private static final String HEADINGS = "contentpack_headings";

    private Origin() {}

    private static JsonNode json(String code) {
        Matcher script = SCRIPT.matcher(code);
        if (!script.find()) {
            return Json.MAPPER.missingNode();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(script.group(1));
            return json == null ? Json.MAPPER.missingNode() : json;
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode();
        }
    }

    /** The marks that a post's code has; empty where it has none, or not such as we write. */
    static Optional<Marks> marks(String code) {
        return Mark.read(json(code));
    }

    /** The sections that were written, by their headings. */
    static Map<String, SectionId> headings(String code) {
        Map<String, SectionId> headings = new TreeMap<>();
        for (JsonNode each : json(code).path(HEADINGS)) {
            SectionId.parse(each.path("section").asText(""))
                    .ifPresent(id -> headings.put(each.path("heading").asText(""), id));
        }
        return headings;
    }

    /** A post's code with these marks, and with all that others have in it. */
    static String with(String code, Marks marks, Map<SectionId, String> headings) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        Mark.put(json, marks);
        ArrayNode list = json.putArray(HEADINGS);
        headings.forEach(
                (section, heading) ->
                        list.addObject().put("section", section.value()).put("heading", heading));
        // So that no text can end the script.
        String script = START + json.toString().replace("<", "\\u003c") + END;
        Matcher there = SCRIPT.matcher(code);
        if (there.find()) {
            String before = code.substring(0, there.start());
            return before
                    + (there.group().startsWith("\n") ? "\n" : "")
                    + script
                    + code.substring(there.end());
        }
        return code.isBlank() ? script : code + "\n" + script;
    }

    /** A post's code without them. */
    static String without(String code) {
        return SCRIPT.matcher(code).replaceAll("");
    }
}
