package org.contentpack.sync.wordpress;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.sync.ConnectorSettings;

/**
 * Where a target's items are kept in the site.
 *
 * @param restBase name of the post type in the REST API: {@code posts}, {@code pages} …
 * @param author number of the user who new items are signed by; empty for that of the password
 * @param categories slugs for new items; editors own them afterwards
 * @param summary {@code excerpt}, {@code meta.<key>}, or empty for nowhere
 * @param tags name of the taxonomy in the REST API, or empty for nowhere
 * @param meta keys of the post meta that further fields are kept under
 */
record PostType(
        String restBase,
        Optional<Integer> author,
        List<String> categories,
        Optional<String> summary,
        Optional<String> tags,
        Map<MetaField, String> meta) {

    /** What the name of a place in post meta begins with; its key follows. */
    static final String META = "meta.";

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,40}");
    private static final Pattern META_PLACE = Pattern.compile("none|meta\\.[A-Za-z0-9_-]{1,100}");

    private static final Pattern SUMMARY =
            Pattern.compile("none|excerpt|meta\\.[A-Za-z0-9_-]{1,100}");

    PostType {
        categories = List.copyOf(categories);
        meta = Map.copyOf(meta);
    }

    static PostType of(ConnectorSettings settings) {
        return new PostType(
                named(settings, "item-type", "posts", NAME).orElse("posts"),
                settings.option("author").map(text -> number(settings, text)),
                settings.option("categories").map(PostType::words).orElse(List.of()),
                named(settings, "field-summary", "excerpt", SUMMARY),
                named(settings, "field-tags", "tags", NAME),
                meta(settings));
    }

    private static Map<MetaField, String> meta(ConnectorSettings settings) {
        Map<MetaField, String> meta = new EnumMap<>(MetaField.class);
        for (MetaField field : MetaField.values()) {
            named(settings, "field-" + field.id(), "none", META_PLACE)
                    .ifPresent(place -> meta.put(field, place.substring(META.length())));
        }
        return meta;
    }

    private static Optional<String> named(
            ConnectorSettings settings, String option, String standard, Pattern form) {
        String value = settings.option(option).orElse(standard);
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "target \""
                            + settings.target().name()
                            + "\": \""
                            + option
                            + "\" cannot be \""
                            + value
                            + "\"");
        }
        return Optional.of(value).filter(v -> !v.equals("none"));
    }

    private static int number(ConnectorSettings settings, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "target \""
                            + settings.target().name()
                            + "\": \"author\" must be the number of a user",
                    e);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
