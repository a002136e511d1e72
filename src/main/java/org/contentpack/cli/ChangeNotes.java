package org.contentpack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contentpack.cli.report.Printable;
import org.contentpack.compare.ArticleDifference;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Release;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The notes of what changed in articles, as the call has them or a person says them when asked.
 * Nothing of a note is made up.
 */
record ChangeNotes(Terminal terminal, CommandLine line) {

    /** Longest text of a note, as packs have it. */
    private static final int MAX_TEXT = 2_000;

    /**
     * A note for each article that needs one, and for each that the call names.
     *
     * @param needs the kind where it is not to be chosen
     * @return empty where a person who was asked did not answer
     * @throws ParameterException where the call lacks an answer and nobody can be asked
     */
    Optional<List<Change>> of(
            Map<ArticleId, Optional<ChangeKind>> needs,
            Release after,
            Map<ArticleId, ChangeKind> kinds,
            Map<ArticleId, String> texts,
            ReleaseComparison comparison) {
        SortedSet<ArticleId> articles = new TreeSet<>(needs.keySet());
        articles.addAll(kinds.keySet());
        articles.addAll(texts.keySet());
        refuseUnknown(articles, after);
        needs.forEach((article, kind) -> refuseOther(article, kind, kinds));
        if (!terminal.isInteractive()) {
            refuseMissing(articles, needs, kinds, texts);
        }
        List<Change> notes = new ArrayList<>();
        for (ArticleId article : articles) {
            Optional<ChangeKind> kind =
                    needs.getOrDefault(article, Optional.empty())
                            .or(() -> Optional.ofNullable(kinds.get(article)));
            Optional<String> text = given(texts, article);
            if (kind.isEmpty() || text.isEmpty()) {
                tellChange(article, comparison);
            }
            kind = kind.or(this::askedKind);
            text = kind.isEmpty() ? text : text.or(() -> askedText(article));
            if (kind.isEmpty() || text.isEmpty()) {
                return Optional.empty();
            }
            refuseLong(article, text.get());
            notes.add(new Change(kind.get(), article, text.get()));
        }
        return Optional.of(notes);
    }

    private void refuseUnknown(Set<ArticleId> articles, Release after) {
        Set<ArticleId> there = new TreeSet<>();
        after.articles().stream().map(ArticleHead::id).forEach(there::add);
        for (ArticleId article : articles) {
            if (!there.contains(article)) {
                throw new ParameterException(
                        line, "The pack has no article \"" + article + "\" to note a change of");
            }
        }
    }

    private void refuseOther(
            ArticleId article, Optional<ChangeKind> kind, Map<ArticleId, ChangeKind> kinds) {
        ChangeKind given = kinds.get(article);
        if (given != null && kind.isPresent() && kind.get() != given) {
            throw new ParameterException(
                    line,
                    "Option --kind: what is new in \""
                            + article
                            + "\" needs a note of kind "
                            + kind.get().id()
                            + "; write a note of kind "
                            + given.id()
                            + " into pack.yaml beside it");
        }
    }

    private void refuseMissing(
            Set<ArticleId> articles,
            Map<ArticleId, Optional<ChangeKind>> needs,
            Map<ArticleId, ChangeKind> kinds,
            Map<ArticleId, String> texts) {
        List<String> missing = new ArrayList<>();
        for (ArticleId article : articles) {
            if (needs.getOrDefault(article, Optional.empty()).isEmpty()
                    && !kinds.containsKey(article)) {
                missing.add("--kind " + article + "=KIND");
            }
            if (given(texts, article).isEmpty()) {
                missing.add("--note " + article + "=TEXT");
            }
        }
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    line, "Missing what changed: " + String.join(", ", missing));
        }
    }

    private void refuseLong(ArticleId article, String text) {
        if (text.length() > MAX_TEXT) {
            throw new ParameterException(
                    line,
                    "The note of \""
                            + article
                            + "\" has "
                            + text.length()
                            + " characters; at most "
                            + MAX_TEXT
                            + " are allowed");
        }
    }

    private void tellChange(ArticleId article, ReleaseComparison comparison) {
        for (ArticleDifference each : comparison.articles()) {
            if (each.to().filter(head -> head.id().equals(article)).isPresent()) {
                List<String> places = new ArrayList<>();
                each.fields().forEach(field -> places.add(field.name()));
                each.sections().forEach(section -> places.add("#" + section.id()));
                String words =
                        String.join(
                                ", ",
                                each.differences().stream()
                                        .sorted()
                                        .map(difference -> difference.id())
                                        .toList());
                terminal.err()
                        .println(
                                Printable.text(
                                        article
                                                + " ["
                                                + each.head().language().tag()
                                                + "] is "
                                                + words
                                                + (places.isEmpty()
                                                        ? ""
                                                        : ": " + String.join(", ", places))));
            }
        }
        terminal.err().flush();
    }

    private Optional<ChangeKind> askedKind() {
        String question = "Kind of change (" + String.join(", ", OfChangeKind.words()) + "): ";
        Optional<String> answer = terminal.asking().line(question);
        while (answer.isPresent()) {
            Optional<ChangeKind> kind = ChangeKind.parse(answer.get().strip());
            if (kind.isPresent()) {
                return kind;
            }
            answer = terminal.asking().line(question);
        }
        return Optional.empty();
    }

    private Optional<String> askedText(ArticleId article) {
        String question = "What changed in " + article + ", for editors: ";
        Optional<String> answer = terminal.asking().line(question);
        while (answer.isPresent() && plain(answer.get()).isEmpty()) {
            answer = terminal.asking().line(question);
        }
        return answer.map(ChangeNotes::plain);
    }

    /** A text that is blank says nothing. */
    private static Optional<String> given(Map<ArticleId, String> texts, ArticleId article) {
        return Optional.ofNullable(texts.get(article))
                .map(ChangeNotes::plain)
                .filter(text -> !text.isEmpty());
    }

    /** In one line. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
