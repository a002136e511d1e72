package org.contentpack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.cli.report.Printable;
import org.contentpack.compare.ArticleDifference;
import org.contentpack.compare.AssetDifference;
import org.contentpack.compare.Difference;
import org.contentpack.compare.FieldChange;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.compare.SectionDifference;
import org.contentpack.compare.WordDiff;
import org.contentpack.pack.Release;
import org.contentpack.version.Bump;

/** A comparison as lines for people, or as values for programs. */
record DiffText(Release from, Release to, ReleaseComparison comparison) {

    private static final String REMOVED = "31";
    private static final String ADDED = "32";
    private static final String BOLD = "1";

    /** Most characters of what is the same on either side of a change. */
    private static final int CONTEXT = 60;

    void write(Terminal terminal) {
        PrintWriter out = terminal.out();
        Paint paint = new Paint(terminal.isColoured());
        out.println(paint.of(BOLD, from.id() + " ... " + to.id().version().text()));
        if (comparison.bump().isEmpty()) {
            out.println("The same content.");
            return;
        }
        out.println(
                "The structure asks for a step of at least: "
                        + comparison.bump().map(Bump::id).orElse(""));
        comparison
                .outline()
                .forEach(
                        change ->
                                out.println(
                                        "  "
                                                + change.part().id()
                                                + " "
                                                + Printable.text(change.name())
                                                + ": "
                                                + change.action().id()));
        if (!comparison.fields().isEmpty()) {
            out.println();
            out.println(paint.of(BOLD, "pack.yaml"));
            comparison.fields().forEach(field -> field(field, "  ", paint, out));
        }
        for (ArticleDifference article : comparison.articles()) {
            article(article, paint, out);
        }
        for (AssetDifference asset : comparison.assets()) {
            out.println();
            out.println(
                    paint.of(BOLD, Printable.text(asset.path().value()))
                            + " ("
                            + words(asset.differences())
                            + ")");
            asset.fields().forEach(field -> field(field, "  ", paint, out));
        }
        out.println();
        out.println(comparison.unchanged() + " articles are the same.");
    }

    private static void article(ArticleDifference article, Paint paint, PrintWriter out) {
        out.println();
        out.println(
                paint.of(BOLD, article.head().id() + " [" + article.head().language().tag() + "]")
                        + " ("
                        + words(article.differences())
                        + ")");
        article.left()
                .ifPresent(
                        why ->
                                out.println(
                                        "  More differs than is compared at once; use --article."));
        article.fields().forEach(field -> field(field, "  ", paint, out));
        for (SectionDifference section : article.sections()) {
            out.println("  #" + section.id() + " (" + words(section.differences()) + ")");
            section.fields().forEach(field -> field(field, "    ", paint, out));
            section.words().ifPresent(diff -> out.println("    " + text(diff, paint)));
        }
    }

    private static void field(FieldChange field, String indent, Paint paint, PrintWriter out) {
        out.println(indent + field.name() + ": " + text(field.words(), paint));
    }

    /** In one line; a long stretch that is the same is shortened. */
    private static String text(WordDiff diff, Paint paint) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diff.pieces().size(); i++) {
            WordDiff.Piece piece = diff.pieces().get(i);
            String said = Printable.text(piece.text().replaceAll("\\s*\\R\\s*", " "));
            switch (piece.kind()) {
                case REMOVED -> text.append(marked(said, "[-", "-]", REMOVED, paint));
                case ADDED -> text.append(marked(said, "{+", "+}", ADDED, paint));
                case EQUAL -> text.append(around(said, i > 0, i + 1 < diff.pieces().size()));
            }
        }
        return text.toString().strip();
    }

    /** Spaces at the ends stay outside of the marks. */
    private static String marked(
            String text, String open, String close, String colour, Paint paint) {
        String inside = text.strip();
        if (inside.isEmpty()) {
            return text;
        }
        int begin = text.indexOf(inside);
        return text.substring(0, begin)
                + paint.of(colour, open + inside + close)
                + text.substring(begin + inside.length());
    }

    /** Only words near a change, whole ones. */
    private static String around(String text, boolean hasBefore, boolean hasAfter) {
        int most = (hasBefore ? CONTEXT : 0) + (hasAfter ? CONTEXT : 0);
        if (text.length() <= most) {
            return text;
        }
        int headEnd = hasBefore ? text.lastIndexOf(' ', CONTEXT) : 0;
        int tailBegin = hasAfter ? text.indexOf(' ', text.length() - CONTEXT) : text.length();
        return text.substring(0, Math.max(0, headEnd))
                + " … "
                + (tailBegin < 0 ? "" : text.substring(tailBegin).stripLeading());
    }

    private static String words(Set<Difference> differences) {
        return String.join(", ", differences.stream().sorted().map(Difference::id).toList());
    }

    /** The same as values, in the words of the server's answer. */
    Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pack", to.id().pack().value());
        all.put("from", from.id().version().text());
        all.put("to", to.id().version().text());
        comparison.bump().ifPresent(bump -> all.put("bump", bump.id()));
        all.put("fields", comparison.fields().stream().map(DiffText::value).toList());
        List<Object> articles = new ArrayList<>();
        for (ArticleDifference article : comparison.articles()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", article.head().id().value());
            one.put("language", article.head().language().tag());
            one.put("differences", ids(article.differences()));
            one.put("fields", article.fields().stream().map(DiffText::value).toList());
            one.put("sections", article.sections().stream().map(DiffText::value).toList());
            articles.add(one);
        }
        all.put("articles", articles);
        all.put(
                "assets",
                comparison.assets().stream()
                        .map(
                                asset ->
                                        Json.of(
                                                "path",
                                                asset.path().value(),
                                                "differences",
                                                ids(asset.differences())))
                        .toList());
        all.put("unchanged", comparison.unchanged());
        return all;
    }

    private static List<String> ids(Set<Difference> differences) {
        return differences.stream().sorted().map(Difference::id).toList();
    }

    private static Map<String, Object> value(FieldChange field) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", field.name());
        field.from().ifPresent(text -> one.put("from", text));
        field.to().ifPresent(text -> one.put("to", text));
        return one;
    }

    private static Map<String, Object> value(SectionDifference section) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", section.id().value());
        one.put("differences", ids(section.differences()));
        one.put("fields", section.fields().stream().map(DiffText::value).toList());
        Optional<WordDiff> words = section.words();
        words.ifPresent(
                diff ->
                        one.put(
                                "words",
                                diff.pieces().stream()
                                        .map(
                                                piece ->
                                                        Json.of(
                                                                "kind",
                                                                piece.kind()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT),
                                                                "text",
                                                                piece.text()))
                                        .toList()));
        return one;
    }

    /** Colours where a terminal may be told so. */
    private record Paint(boolean isColoured) {

        String of(String code, String text) {
            return isColoured ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
        }
    }
}
