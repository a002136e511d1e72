package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.Article;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.jsoup.nodes.Element;

/**
 * The text of an item: the rows of its JSON field {@value #FIELD}. A row that names a section is
 * one of ours; one that names none is an editor's own, and so is a second row of one section.
 *
 * @param rows in the order of the text
 */
record Rows(List<Row> rows) {

    static final String FIELD = "sections";

    /** Which section a row is; absent in an editor's own. */
    static final String SECTION = "section";

    /** What the section is for, for whoever shows it. */
    static final String KIND = "kind";

    static final String HEADING = "heading";
    static final String TEXT = "text";

    /**
     * One row.
     *
     * @param raw as it stands, with what others keep in it
     */
    record Row(Passage passage, JsonNode raw) {}

    Rows {
        rows = List.copyOf(rows);
    }

    /** The rows of an item; none where the field is empty or no list. */
    static Rows of(JsonNode item, References references) {
        List<Row> rows = new ArrayList<>();
        Set<SectionId> seen = new HashSet<>();
        for (JsonNode raw : list(item)) {
            Optional<SectionId> section =
                    SectionId.parse(text(raw, SECTION)).filter(id -> !seen.contains(id));
            section.ifPresent(seen::add);
            rows.add(
                    new Row(
                            section.map(id -> Passage.of(id, canonical(raw, references)))
                                    .orElseGet(() -> Passage.own(own(raw))),
                            raw));
        }
        return new Rows(rows);
    }

    private static JsonNode list(JsonNode item) {
        JsonNode list = item.path(FIELD);
        return list.isArray() ? list : DirectusApi.JSON.createArrayNode();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }

    private static String canonical(JsonNode row, References references) {
        return joined(text(row, HEADING), RichText.canonical(text(row, TEXT), references));
    }

    /** An editor's own row as a text; what is no row of ours at all, as its JSON. */
    private static String own(JsonNode row) {
        return row.isObject() ? joined(text(row, HEADING), text(row, TEXT)) : row.toString();
    }

    private static String joined(String heading, String text) {
        return heading.isBlank() ? text : "<h2>" + RichText.html(heading.strip()) + "</h2>" + text;
    }

    List<Passage> passages() {
        return rows.stream().map(Row::passage).toList();
    }

    /** What is none of ours. */
    List<Passage> own() {
        return passages().stream().filter(p -> p.section().isEmpty()).toList();
    }

    private boolean isForeign() {
        return rows.stream().allMatch(row -> row.passage().section().isEmpty());
    }

    /**
     * The passages of a text that was written without us, with rows taken for sections of the
     * article where their headings are the same.
     */
    List<Passage> byHeadings(Article article, References references) {
        if (!isForeign()) {
            return passages();
        }
        Map<String, SectionId> byHeading = new HashMap<>();
        for (Section section : article.sections()) {
            section.heading().ifPresent(h -> byHeading.put(words(h), section.id()));
        }
        List<Passage> passages = new ArrayList<>();
        for (Row row : rows) {
            Optional<SectionId> section =
                    Optional.ofNullable(byHeading.remove(words(text(row.raw(), HEADING))));
            passages.add(
                    section.map(id -> Passage.of(id, canonical(row.raw(), references)))
                            .orElse(row.passage()));
        }
        return passages;
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * A canonical body as rows. What stands there already and is to stay is written as it stands.
     */
    ArrayNode written(Content content, Article article, References references) {
        List<Row> standing = new ArrayList<>(rows);
        Map<SectionId, String> kinds = kinds(article);
        ArrayNode written = DirectusApi.JSON.createArrayNode();
        for (Passage passage : content.body()) {
            Optional<Row> same = taken(standing, passage);
            JsonNode row =
                    same.map(Row::raw)
                            .orElseGet(
                                    () -> row(standing(passage, references), passage, references));
            passage.section()
                    .map(kinds::get)
                    .filter(kind -> !kind.equals(text(row, KIND)))
                    .ifPresent(kind -> ((ObjectNode) row).put(KIND, kind));
            written.add(row);
        }
        return written;
    }

    private static Map<SectionId, String> kinds(Article article) {
        Map<SectionId, String> kinds = new HashMap<>();
        for (Section section : article.sections()) {
            section.kind().ifPresent(kind -> kinds.put(section.id(), kind.id()));
        }
        return kinds;
    }

    /** The row that is this passage already; each row once. */
    private static Optional<Row> taken(List<Row> standing, Passage passage) {
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i).passage().equals(passage)) {
                Row row = standing.remove(i);
                return Optional.of(new Row(row.passage(), row.raw().deepCopy()));
            }
        }
        return Optional.empty();
    }

    /** What stands for a passage's section now, with what others keep in it. */
    private ObjectNode standing(Passage passage, References references) {
        return rows.stream()
                .filter(row -> passage.section().isPresent())
                .filter(row -> isOf(row, passage, references))
                .map(row -> (ObjectNode) row.raw().deepCopy())
                .findFirst()
                .orElseGet(DirectusApi.JSON::createObjectNode);
    }

    /** A row that is adopted does not name its section yet. */
    private static boolean isOf(Row row, Passage passage, References references) {
        return row.passage().section().isPresent()
                ? row.passage().section().equals(passage.section())
                : row.raw().isObject() && canonical(row.raw(), references).equals(passage.text());
    }

    private static ObjectNode row(ObjectNode row, Passage passage, References references) {
        passage.section().ifPresent(id -> row.put(SECTION, id.value()));
        Element body = RichText.body(passage.text());
        Optional<String> heading =
                Optional.ofNullable(body.firstElementChild())
                        .filter(first -> first.tagName().equals("h2"))
                        .filter(first -> first.children().isEmpty())
                        .filter(first -> first.attributes().isEmpty())
                        .map(Element::text);
        String start = "<h2>" + RichText.html(heading.orElse("")) + "</h2>";
        boolean hasHeading = heading.isPresent() && passage.text().startsWith(start);
        String text = hasHeading ? passage.text().substring(start.length()) : passage.text();
        UnaryOperator<String> form =
                passage.section().isPresent()
                        ? ours -> RichText.resolved(ours, references)
                        : UnaryOperator.identity();
        row.put(HEADING, hasHeading ? heading.get() : "");
        row.put(TEXT, form.apply(text.strip()));
        return row;
    }
}
