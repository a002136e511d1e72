package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.contentpack.sync.http.Json;

/** Tags as entries of a repeatable component, which people can filter by. */
final class Tags {

    static final String NAME = "name";

    private Tags() {}

    /** Those that are there keep their order and what else the site has in them. */
    static ArrayNode written(NavigableSet<String> wanted, JsonNode standing) {
        ArrayNode tags = Json.MAPPER.createArrayNode();
        TreeSet<String> left = new TreeSet<>(wanted);
        for (JsonNode tag : standing) {
            if (left.remove(tag.path(NAME).asText(""))) {
                tags.addObject().set("id", tag.path("id"));
            }
        }
        left.forEach(name -> tags.addObject().put(NAME, name));
        return tags;
    }

    /** Whether these are the tags that stand there. */
    static boolean are(ArrayNode written, JsonNode standing) {
        return written.size() == standing.size() && written.findValues(NAME).isEmpty();
    }
}
