package org.contentpack.ingest;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.manifest.YamlText;
import org.contentpack.manifest.wording.Phrases;
import org.contentpack.manifest.wording.Words;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Slug;
import org.contentpack.pack.Tag;

/**
 * One article on its way from what was read to its file in the draft. What nobody could know is
 * left out of the front matter, where a comment says so, and is a finding.
 */
final class DraftArticle {

    /** Longest file of an article in bytes, as a pack has it. */
    static final int MAX_BYTES = 512 << 10;

    static final int MAX_SUMMARY = 160;

    private static final int MAX_NAME = 200;

    /** So many words about health make a text one about health. */
    private static final int HEALTH_WORDS = 4;

    /** Words that begin with the same letters count as one. */
    private static final int STEM = 5;

    /** Forms of dates that say which of two numbers is the month. */
    private static final List<DateTimeFormatter> DATES =
            Stream.of("MMMM d, uuuu", "d MMMM uuuu", "MMM d, uuuu", "d MMM uuuu")
                    .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
                    .toList();

    private static final DateTimeFormatter SPANISH_DATE =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("es"));

    private final RawArticle article;
    private final Words words;
    private final Findings findings;
    private final Colophon colophon;
    private final BodyText body;
    private Optional<Title.Found> title = Optional.empty();
    private Optional<Said> healthWord = Optional.empty();

    DraftArticle(RawArticle article, Words words, Findings findings) {
        this.article = article;
        this.words = words;
        this.findings = findings;
        this.colophon = new Colophon(article, words, findings);
        this.body = new BodyText(article.body(), words, findings);
    }

    /** Everything that does not depend on other articles. */
    void prepare(String source) {
        new Furniture(article, words, findings).leaveOut();
        title = new Title(article, findings).settle();
        colophon.takeOut();
        new Pictures(article, words, title.map(Title.Found::text), findings).takeOut();
        body.makeSections();
        Wording wording = new Wording(article.body(), words, source, findings);
        wording.check();
        healthWord = wording.firstNamed().or(this::firstOfHealth);
        if (!words.hasDetectors()) {
            article.said(Fact.LANGUAGE)
                    .ifPresent(
                            said -> findings.add(IngestRule.ING_072, said.position(), said.text()));
        }
    }

    /** Where several different words of it are in the text: one alone is in any. */
    private Optional<Said> firstOfHealth() {
        Set<String> found = new HashSet<>();
        Optional<Said> first = Optional.empty();
        for (Node leaf : Blocks.leaves(article.body())) {
            BlockText text = BlockText.of(leaf);
            for (Phrases.Match match : words.phrases(Words.Kind.HEALTH).all(text.tokens())) {
                String word = text.tokens().get(match.from()).word();
                found.add(word.substring(0, Math.min(word.length(), STEM)));
                first =
                        first.or(
                                () -> Optional.of(new Said(word, findings.at(Blocks.index(leaf)))));
            }
        }
        return first.filter(said -> found.size() >= HEALTH_WORDS);
    }

    Optional<Title.Found> title() {
        return title;
    }

    /** The word that shows that the text is about health; empty where it is not. */
    Optional<Said> healthWord() {
        return healthWord;
    }

    RawArticle raw() {
        return article;
    }

    /** An id that is not taken yet, made of the title, the address or the file's name. */
    ArticleId id(String fileName, Set<String> taken) {
        Optional<String> slug = article.said(Fact.SLUG).map(Said::text);
        Optional<ArticleId> proposed =
                title.flatMap(t -> ArticleId.proposed(t.text()))
                        .or(() -> slug.flatMap(ArticleId::proposed));
        ArticleId id =
                proposed.or(() -> ArticleId.proposed(fileName)).orElse(new ArticleId("article"));
        String free = id.value();
        for (int number = 2; taken.contains(free) || Slug.isReserved(free); number++) {
            free =
                    ArticleId.proposed(id.value().substring(0, Math.min(90, id.value().length())))
                                    .orElse(id)
                            + "-"
                            + number;
        }
        if (proposed.isEmpty()) {
            findings.add(
                    IngestRule.ING_015,
                    title.map(t -> t.printed().position()).orElse(article.position()),
                    title.map(Title.Found::text).orElse("no title"),
                    free);
        }
        return new ArticleId(free);
    }

    /** The article's file. */
    String text(ArticleId id, Optional<Profile> profile) {
        Optional<String> summary = summary();
        String markdown = body.write();
        YamlText front = new YamlText().with("id", id.value()).with("slug", id.value());
        title.ifPresentOrElse(
                t -> front.with("title", t.text()), () -> open(front, "title", "one line"));
        summary.ifPresentOrElse(
                s -> front.with("summary", s),
                () -> open(front, "summary", "what a reader finds here, at most 160 characters"));
        byline().ifPresentOrElse(
                        name -> front.with("authors", List.of(Map.of("name", name))),
                        () -> open(front, "authors", "who wrote it"));
        List<String> tags = tags();
        if (!tags.isEmpty()) {
            front.with("tags", tags);
        }
        open(front, "audience", "for whom it is written");
        findings.add(IngestRule.ING_071, article.position());
        dates(front);
        front.with("review", Map.of("status", "unreviewed"));
        colophon.disclaimer().ifPresent(text -> front.with("disclaimer", text));
        if (profile.filter(Profile.HEALTH::equals).isPresent()) {
            health(front);
        }
        if (markdown.isEmpty()) {
            findings.add(IngestRule.ING_027, article.position());
        }
        String text = "---\n" + front.text() + "---\n" + markdown;
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            findings.add(IngestRule.ING_026, article.position(), bytes, MAX_BYTES);
        }
        return text;
    }

    private static void open(YamlText front, String key, String what) {
        front.comment(key + ": " + PackDraft.marked(what));
    }

    Optional<String> byline() {
        return article.said(Fact.BYLINE).map(Said::text).filter(name -> name.length() <= MAX_NAME);
    }

    /** What the source says, or its first sentence, where that fits. */
    Optional<String> summary() {
        return article.said(Fact.SUMMARY)
                .map(Said::text)
                .filter(text -> text.length() <= MAX_SUMMARY)
                .or(this::firstSentence);
    }

    /** Tells where the summary came from. */
    void tellSummary() {
        if (summary().isEmpty()) {
            findings.add(IngestRule.ING_062, article.position());
        } else if (article.said(Fact.SUMMARY)
                .filter(s -> s.text().length() <= MAX_SUMMARY)
                .isEmpty()) {
            findings.add(
                    IngestRule.ING_063,
                    Blocks.children(article.body()).stream()
                            .filter(Paragraph.class::isInstance)
                            .findFirst()
                            .map(p -> findings.at(Blocks.index(p)))
                            .orElse(article.position()));
        }
    }

    private Optional<String> firstSentence() {
        for (Node block : Blocks.children(article.body())) {
            if (block instanceof Paragraph) {
                String text = Blocks.plain(block);
                BreakIterator breaks = BreakIterator.getSentenceInstance(words.locale());
                breaks.setText(text);
                String sentence = text.substring(0, Math.max(0, breaks.next())).strip();
                return Optional.of(sentence).filter(s -> !s.isEmpty() && s.length() <= MAX_SUMMARY);
            }
        }
        return Optional.empty();
    }

    private List<String> tags() {
        return article.tags().stream()
                .flatMap(tag -> Slug.proposed(tag).stream())
                .map(Slug::value)
                .filter(Tag::isTag)
                .distinct()
                .limit(50)
                .toList();
    }

    /** Days of a release are not known; the day on which the text last changed may be. */
    private void dates(YamlText front) {
        Optional<Said> changed = article.said(Fact.CHANGED).or(() -> article.said(Fact.PUBLISHED));
        open(front, "firstPublished", "day of the first release that holds it, as in 2026-01-31");
        changed.flatMap(said -> day(said.text()))
                .ifPresentOrElse(
                        day -> front.with("contentChanged", day.toString()),
                        () -> open(front, "contentChanged", "day on which the text last changed"));
        changed.ifPresentOrElse(
                said -> findings.add(IngestRule.ING_068, said.position(), said.text()),
                () -> findings.add(IngestRule.ING_067, article.position()));
    }

    /** Empty where the text could mean another day to somebody else. */
    static Optional<LocalDate> day(String text) {
        String date = text.strip();
        if (date.matches("(?s)(?:19|20)\\d\\d-\\d\\d-\\d\\d(?:[T ].*)?")) {
            date = date.substring(0, 10);
            return parsed(date, DateTimeFormatter.ISO_LOCAL_DATE);
        }
        for (DateTimeFormatter form : DATES) {
            Optional<LocalDate> day = parsed(date, form);
            if (day.isPresent()) {
                return day;
            }
        }
        return parsed(date.toLowerCase(Locale.ROOT), SPANISH_DATE);
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form.withResolverStyle(ResolverStyle.STRICT)))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 3000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void health(YamlText front) {
        open(front, "sources", "what the text rests on: id, publisher, title, url, checked");
        body.sources()
                .ifPresentOrElse(
                        heading ->
                                findings.add(
                                        IngestRule.ING_084,
                                        Blocks.index(heading),
                                        Blocks.plain(heading)),
                        () -> findings.add(IngestRule.ING_083, article.position()));
        if (colophon.disclaimer().isEmpty()) {
            open(front, "disclaimer", "what the text is not, and what to do in an emergency");
            findings.add(IngestRule.ING_085, article.position());
        }
        if (!colophon.hasReviewClaim()) {
            findings.add(IngestRule.ING_081, article.position());
        }
        body.help()
                .ifPresentOrElse(
                        heading ->
                                findings.add(
                                        IngestRule.ING_088,
                                        Blocks.index(heading),
                                        Blocks.plain(heading)),
                        () -> findings.add(IngestRule.ING_087, article.position()));
    }
}
