package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.compare.ArticleDifference;
import org.contentpack.compare.AssetDifference;
import org.contentpack.compare.Difference;
import org.contentpack.compare.FieldChange;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.compare.SectionDifference;
import org.contentpack.compare.WordDiff;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.OutlineChange;
import org.contentpack.pack.Release;
import org.contentpack.version.Bump;

/** What is different between two releases, as an HTML document with the words marked. */
public final class ComparePage {

    private static final Template TEMPLATE = Templates.load("compare");

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("slug", "Address"),
                    Map.entry("firstPublished", "First published"),
                    Map.entry("contentChanged", "Content changed"),
                    Map.entry("translates", "Digest of the text it translates"),
                    Map.entry("cites", "Cited sources"),
                    Map.entry("kind", "Kind of section"),
                    Map.entry("reportTo", "Where mistakes are reported"),
                    Map.entry("provenance", "What the texts derive from"),
                    Map.entry("related", "Related articles"),
                    Map.entry("alt", "Alternative text"),
                    Map.entry("digest", "Digest of the bytes"));

    private ComparePage() {}

    /** What a release says that it changed. */
    public record Note(String version, String kind, String text) {
        public boolean safety() {
            return kind.equals("safety");
        }
    }

    /**
     * What the page says beside the comparison.
     *
     * @param notes highest version first
     * @param data address of the same as JSON
     */
    public record Surroundings(
            Addresses fromAddresses,
            Addresses toAddresses,
            Release from,
            Release to,
            List<Note> notes,
            String data) {
        public Surroundings {
            notes = List.copyOf(notes);
        }
    }

    /** A stretch of a text, marked where it is on one side only. */
    public record Piece(String text, boolean added, boolean removed) {
        public boolean equal() {
            return !added && !removed;
        }
    }

    /** A field with its words. */
    public record Field(String label, List<Piece> pieces) {}

    /** A section. */
    public record Section(String label, String says, List<Field> fields, List<Piece> pieces) {
        public boolean rewritten() {
            return !pieces.isEmpty();
        }
    }

    /** An article. */
    public record Item(
            String title,
            String language,
            String languageName,
            String says,
            String fromUrl,
            String toUrl,
            String left,
            List<Field> fields,
            List<Section> sections) {}

    /** An asset. */
    public record Asset(String path, String says, List<Field> fields) {}

    /** A difference in the structure. */
    public record Structure(String says, String bump) {}

    public static String html(ReleaseComparison comparison, Surroundings around) {
        Map<String, Object> model = new HashMap<>();
        model.put("home", around.toAddresses().home());
        model.put("stylesheet", around.toAddresses().stylesheet());
        model.put("versions", around.toAddresses().versions());
        model.put("fromUrl", around.fromAddresses().release());
        model.put("toUrl", around.toAddresses().release());
        model.put("title", around.to().manifest().title());
        model.put("language", around.to().manifest().language().tag());
        model.put("from", around.from().manifest().version().text());
        model.put("to", around.to().manifest().version().text());
        model.put("bump", comparison.bump().map(Bump::id).orElse(""));
        model.put("structure", comparison.outline().stream().map(ComparePage::structure).toList());
        model.put("hasStructure", !comparison.outline().isEmpty());
        model.put("notes", around.notes());
        model.put("hasNotes", !around.notes().isEmpty());
        model.put("fields", fields(comparison.fields()));
        model.put("hasFields", !comparison.fields().isEmpty());
        model.put("articles", comparison.articles().stream().map(a -> item(a, around)).toList());
        model.put("hasArticles", !comparison.articles().isEmpty());
        model.put("unchanged", comparison.unchanged());
        model.put("assets", comparison.assets().stream().map(ComparePage::asset).toList());
        model.put("hasAssets", !comparison.assets().isEmpty());
        model.put("data", around.data());
        return TEMPLATE.execute(model);
    }

    private static Structure structure(OutlineChange change) {
        return new Structure(
                capital(change.part().id()) + " " + change.name() + ": " + change.action().id(),
                change.bump().id());
    }

    private static Item item(ArticleDifference article, Surroundings around) {
        ArticleHead head = article.head();
        boolean withdrawn =
                article.left().filter(ArticleDifference.Left.WITHDRAWN::equals).isPresent();
        return new Item(
                withdrawn ? head.id().value() : head.title(),
                head.language().tag(),
                ReleasePage.languageName(head.language()),
                says(article.differences(), article.from().map(from -> from.id().value())),
                article.from()
                        .map(a -> around.fromAddresses().article(a.id(), a.language()))
                        .orElse(""),
                article.to()
                        .map(a -> around.toAddresses().article(a.id(), a.language()))
                        .orElse(""),
                article.left().map(ComparePage::why).orElse(""),
                fields(article.fields()),
                article.sections().stream().map(ComparePage::section).toList());
    }

    private static String why(ArticleDifference.Left left) {
        return switch (left) {
            case WITHDRAWN -> "It was withdrawn, so its texts are not shown.";
            case TOO_MUCH ->
                    "More differs than is compared at once; add ?article= and its id to this"
                            + " address.";
        };
    }

    private static Section section(SectionDifference section) {
        return new Section(
                section.heading().orElse("Introduction"),
                says(section.differences(), section.former().map(Object::toString)),
                fields(section.fields()),
                section.words().map(ComparePage::pieces).orElse(List.of()));
    }

    private static Asset asset(AssetDifference asset) {
        return new Asset(
                asset.path().value(),
                says(asset.differences(), asset.former().map(Object::toString)),
                fields(asset.fields()));
    }

    private static String says(Set<Difference> differences, Optional<String> former) {
        return capital(
                differences.stream()
                        .sorted()
                        .map(
                                difference ->
                                        difference == Difference.RENAMED
                                                ? "renamed from " + former.orElse("")
                                                : difference.id())
                        .collect(Collectors.joining(", ")));
    }

    private static List<Field> fields(List<FieldChange> changes) {
        return changes.stream()
                .map(
                        change ->
                                new Field(
                                        FIELDS.getOrDefault(change.name(), capital(change.name())),
                                        pieces(change.words())))
                .toList();
    }

    private static List<Piece> pieces(WordDiff words) {
        return words.pieces().stream()
                .map(
                        piece ->
                                new Piece(
                                        piece.text(),
                                        piece.kind() == WordDiff.Kind.ADDED,
                                        piece.kind() == WordDiff.Kind.REMOVED))
                .toList();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
