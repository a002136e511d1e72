package org.contentpack.sync.strapi;

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
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.Article;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.http.Json;

/**
 * The text of an item: the entries of its repeatable component {@value #FIELD}. An entry that names
 * a section is one of ours; one that names none is an editor's own, and so is a second entry of one
 * section.
 *
 * @param rows in the order of the text
 */
record Rows(List<Row> rows) {

    static final String FIELD = "sections";

    /** Which section an entry is; empty in an editor's own. */
    static final String SECTION = "section";

    /** What the section is for, for whoever shows it. */
    static final String KIND = "kind";

    static final String HEADING = "heading";
    static final String TEXT = "text";

    /** What a heading is in canonical form, at the start of its passage. */
    private static final String MARK = "## ";

    private static final String ID = "id";

    /**
     * One entry.
     *
     * @param raw as it stands, with what others keep in it
     */
    record Row(Passage passage, JsonNode raw) {}

    Rows {
        rows = List.copyOf(rows);
    }

    /** The entries of an item. */
    static Rows of(JsonNode item, References references) {
        List<Row> rows = new ArrayList<>();
        Set<SectionId> seen = new HashSet<>();
        for (JsonNode raw : item.path(FIELD)) {
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

    private static String text(JsonNode row, String field) {
        return row.path(field).asText("");
    }

    private static String canonical(JsonNode row, References references) {
        return joined(text(row, HEADING).strip(), clean(references.canonical(text(row, TEXT))));
    }

    /** Line ends of one kind, and no empty lines around; Markdown takes no notice of either. */
    private static String clean(String markdown) {
        return markdown.replace("\r\n", "\n").replaceFirst("^(?:[ \t]*\n)+", "").stripTrailing();
    }

    /** Byte for byte, since it is never written by us. */
    private static String own(JsonNode row) {
        return joined(text(row, HEADING), text(row, TEXT));
    }

    private static String joined(String heading, String text) {
        if (heading.isBlank()) {
            return text;
        }
        return text.isEmpty() ? MARK + heading : MARK + heading + "\n\n" + text;
    }

    /** A passage of a section as it reads once it was written. */
    static Passage written(Passage passage) {
        return new Passage(
                passage.section(), joined(heading(passage.text()), below(passage.text())));
    }

    private static String heading(String text) {
        return text.startsWith(MARK)
                ? text.substring(MARK.length()).lines().findFirst().orElse("").strip()
                : "";
    }

    private static String below(String text) {
        int end = text.indexOf('\n');
        String below = heading(text).isEmpty() ? text : end < 0 ? "" : text.substring(end + 1);
        return clean(below);
    }

    List<Passage> passages() {
        return rows.stream().map(Row::passage).toList();
    }

    /** What is none of ours. */
    List<Passage> own() {
        return passages().stream().filter(p -> p.section().isEmpty()).toList();
    }

    /** All texts as they stand in the site. */
    String standing() {
        return String.join("\n", rows.stream().map(row -> text(row.raw(), TEXT)).toList());
    }

    private boolean isForeign() {
        return rows.stream().allMatch(row -> row.passage().section().isEmpty());
    }

    /**
     * The passages of a text that was written without us, with entries taken for sections of the
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
     * A canonical body as entries. What stands there already and is to stay is named by its number
     * alone, so that Strapi leaves it as it stands, fields of the site's own included.
     *
     * @param pictures addresses by digits
     */
    ArrayNode written(
            Content content, Article article, References references, Map<String, String> pictures) {
        List<Row> left = new ArrayList<>(rows);
        Map<SectionId, String> kinds = kinds(article);
        ArrayNode written = Json.MAPPER.createArrayNode();
        for (Passage passage : content.body()) {
            Optional<Row> same = taken(left, row -> row.passage().equals(passage));
            ObjectNode row =
                    same.isPresent()
                            ? kept(same.get())
                            : row(
                                    passage,
                                    taken(left, r -> isOf(r, passage, references)),
                                    references,
                                    pictures);
            passage.section()
                    .map(kinds::get)
                    .filter(kind -> !same.map(r -> text(r.raw(), KIND)).equals(Optional.of(kind)))
                    .ifPresent(kind -> row.put(KIND, kind));
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

    private interface Is {
        boolean it(Row row);
    }

    /** The first entry that is it; each once. */
    private static Optional<Row> taken(List<Row> left, Is is) {
        for (int i = 0; i < left.size(); i++) {
            if (is.it(left.get(i))) {
                return Optional.of(left.remove(i));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode kept(Row row) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        kept.set(ID, row.raw().path(ID));
        return kept;
    }

    /** An entry that is adopted does not name its section yet. */
    private static boolean isOf(Row row, Passage passage, References references) {
        return passage.section().isPresent()
                && (row.passage().section().isPresent()
                        ? row.passage().section().equals(passage.section())
                        : canonical(row.raw(), references).equals(passage.text()));
    }

    private static ObjectNode row(
            Passage passage,
            Optional<Row> standing,
            References references,
            Map<String, String> pictures) {
        ObjectNode row = standing.map(Rows::kept).orElseGet(Json.MAPPER::createObjectNode);
        passage.section().ifPresent(id -> row.put(SECTION, id.value()));
        row.put(HEADING, heading(passage.text()));
        row.put(TEXT, references.resolved(below(passage.text()), pictures));
        return row;
    }

    /** Whether entries are those that stand there, in the same order and unchanged. */
    boolean are(ArrayNode written) {
        if (written.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).equals(kept(rows.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
