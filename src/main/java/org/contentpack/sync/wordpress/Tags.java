package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contentpack.export.wordpress.PostText;

/** Terms of one taxonomy: numbers for the site, slugs for us. */
final class Tags {

    private final WordPressApi api;
    private final String route;

    /**
     * @param taxonomy its name in the REST API
     */
    Tags(WordPressApi api, String taxonomy) {
        this.api = api;
        this.route = "/wp/v2/" + taxonomy;
    }

    /** The slugs of terms that posts carry, by number. */
    Map<Integer, String> slugs(Collection<JsonNode> posts, String field) throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        posts.forEach(post -> post.path(field).forEach(number -> numbers.add(number.asInt())));
        Map<Integer, String> slugs = new TreeMap<>();
        List<Integer> all = List.copyOf(numbers);
        for (int i = 0; i < all.size(); i += WordPressApi.PAGE) {
            List<Integer> some = all.subList(i, Math.min(all.size(), i + WordPressApi.PAGE));
            String include = some.stream().map(Object::toString).collect(Collectors.joining(","));
            for (JsonNode term : api.all(route, Map.of("include", include, "_fields", "id,slug"))) {
                slugs.put(term.path("id").asInt(), term.path("slug").asText(""));
            }
        }
        return slugs;
    }

    /** The numbers of terms, which are made where they are missing. */
    ArrayNode numbers(Collection<String> slugs) throws IOException {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        if (slugs.isEmpty()) {
            return numbers;
        }
        Map<String, Integer> known = new TreeMap<>();
        for (JsonNode term :
                api.all(route, Map.of("slug", String.join(",", slugs), "_fields", "id,slug"))) {
            known.put(term.path("slug").asText(""), term.path("id").asInt());
        }
        List<String> missing = new ArrayList<>(slugs);
        missing.removeAll(known.keySet());
        for (String slug : missing) {
            JsonNode made =
                    api.post(
                            route,
                            WordPressApi.JSON
                                    .createObjectNode()
                                    .put("name", PostText.tagName(slug))
                                    .put("slug", slug));
            known.put(slug, made.path("id").asInt());
        }
        slugs.forEach(slug -> numbers.add(known.get(slug)));
        return numbers;
    }
}
