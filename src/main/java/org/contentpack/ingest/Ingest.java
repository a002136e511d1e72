package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.finding.Position;
import org.contentpack.manifest.Lines;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.YamlText;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;

/**
 * Makes the draft of a pack out of one file as it was found, and lists what a person has to decide
 * before it can be published.
 *
 * <p>Every word of the draft's texts stands in the file, but for placeholders, which stand between
 * {@value PackDraft#OPEN} and {@value PackDraft#CLOSE}. Nothing is made up: a fact that the file
 * does not give is missing in the draft, so that the rules for packs refuse it until somebody
 * writes it. Nothing is fetched, and any bytes whatever give a result. Same file, same draft.
 *
 * <p>Limits: {@value #MAX_BYTES} bytes, {@value #MAX_TAGS} tags, {@value WxrReader#MAX_POSTS}
 * posts. Immutable.
 */
public final class Ingest {

    /** Longest file in bytes: several times the longest page, and small beside a server's heap. */
    public static final int MAX_BYTES = 16 << 20;

    /** Most tags of a page: each costs half a kilobyte while its place is known. */
    static final int MAX_TAGS = 300_000;

    /** A draft promises nothing: ranges pass over it until somebody gives it a version. */
    static final String VERSION = "1.0.0-draft";

    /** As much of a text as its language is looked for in, in characters. */
    private static final int SAMPLE = 20_000;

    private static final int MAX_TITLE = 200;

    private static final int MAX_SUMMARY = 300;

    private final IngestOptions options;

    public Ingest(IngestOptions options) {
        this.options = options;
    }

    /**
     * The draft that the file comes to, or none.
     *
     * @param fileName of which the ending may tell the format; findings name it
     */
    public IngestResult ingest(String fileName, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            Findings findings = new Findings(fileName, new Lines(""));
            findings.add(IngestRule.ING_002, Position.START, bytes.length, MAX_BYTES);
            return new IngestResult.NoArticle(findings.report());
        }
        DecodedText decoded = DecodedText.of(bytes, options.charset());
        Findings findings = new Findings(fileName, new Lines(decoded.text()));
        if (decoded.isBinary()) {
            findings.add(IngestRule.ING_007, Position.START);
            return new IngestResult.NoArticle(findings.report());
        }
        tellDamage(decoded, findings);
        return new Drafting(fileName, decoded.text(), findings).result();
    }

    private static void tellDamage(DecodedText decoded, Findings findings) {
        String text = decoded.text();
        if (decoded.isDamaged()) {
            int first = Math.max(0, text.indexOf(DecodedText.REPLACEMENT));
            findings.add(IngestRule.ING_003, first, decoded.charset().name());
        }
        long hidden = text.codePoints().filter(Characters::isHidden).count();
        if (hidden > 0) {
            int first = 0;
            while (!Characters.isHidden(text.codePointAt(first))) {
                first += Character.charCount(text.codePointAt(first));
            }
            findings.add(IngestRule.ING_004, first, hidden);
        }
    }

    /** One file on its way to a draft. */
    private final class Drafting {

        private final String fileName;
        private final String source;
        private final Findings findings;
        private Optional<Language> language = Optional.empty();
        private Optional<Profile> profile = options.profile();

        Drafting(String fileName, String source, Findings findings) {
            this.fileName = fileName;
            this.source = source;
            this.findings = findings;
        }

        IngestResult result() {
            SourceFormat format =
                    options.format().orElseGet(() -> SourceFormat.of(fileName, source));
            int tags = tags(format);
            if (tags > MAX_TAGS) {
                findings.add(IngestRule.ING_009, Position.START, tags, MAX_TAGS);
                return new IngestResult.NoArticle(findings.report());
            }
            RawPack pack = read(format);
            if (pack.articles().isEmpty()) {
                findings.add(IngestRule.ING_005, Position.START);
                return new IngestResult.NoArticle(findings.report());
            }
            boolean isEmpty = pack.articles().stream().allMatch(a -> Blocks.isEmpty(a.body()));
            if (isEmpty) {
                findings.add(IngestRule.ING_001, pack.articles().get(0).position());
                return new IngestResult.NoArticle(findings.report());
            }
            return new IngestResult.Drafted(draft(pack), findings.report());
        }

        /**
         * Beginnings of tags; in an export, but for those of the posts, which are read one by one.
         */
        private int tags(SourceFormat format) {
            if (format == SourceFormat.TEXT) {
                return 0;
            }
            int tags = 0;
            for (int at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
                if (format == SourceFormat.WXR && source.startsWith("<![CDATA[", at)) {
                    int end = source.indexOf("]]>", at);
                    at = end < 0 ? source.length() : end;
                } else {
                    tags++;
                }
            }
            return tags;
        }

        private RawPack read(SourceFormat format) {
            return switch (format) {
                case TEXT -> RawPack.of(new RawArticle(TextReader.read(source), Position.START));
                case HTML -> RawPack.of(HtmlPage.read(source, findings));
                case MARKDOWN -> RawPack.of(MarkdownReader.read(source, findings));
                case WXR -> WxrReader.read(source, options.posts(), findings);
            };
        }

        private PackDraft draft(RawPack pack) {
            language = language(pack);
            Words words = language.map(Words::of).orElse(Words.none());
            List<DraftArticle> articles = new ArrayList<>();
            for (RawArticle raw : pack.articles()) {
                DraftArticle article = new DraftArticle(raw, words, findings);
                article.prepare(source);
                articles.add(article);
            }
            if (profile.isEmpty()) {
                articles.stream()
                        .flatMap(a -> a.healthWord().stream())
                        .findFirst()
                        .ifPresent(this::holdToHealth);
            }
            Map<String, String> files = new LinkedHashMap<>();
            Set<String> taken = new HashSet<>();
            List<ArticleId> ids = new ArrayList<>();
            for (DraftArticle article : articles) {
                ArticleId id = article.id(baseName(), taken);
                taken.add(id.value());
                ids.add(id);
                article.tellSummary();
                files.put("articles/" + id + ".md", article.text(id, profile));
            }
            PackId id = packId(pack, ids.get(0));
            files.put("pack.yaml", manifest(id, pack, articles));
            return PackDraft.of(id, files);
        }

        private void holdToHealth(Said word) {
            profile = Optional.of(Profile.HEALTH);
            findings.add(IngestRule.ING_080, word.position(), word.text());
        }

        private Optional<Language> language(RawPack pack) {
            if (options.language().isPresent()) {
                return options.language();
            }
            RawArticle first = pack.articles().get(0);
            Optional<Language> said =
                    first.said(Fact.LANGUAGE)
                            .flatMap(s -> Language.parse(s.text().replace('_', '-')));
            if (said.isPresent()) {
                return said;
            }
            String text = Blocks.plain(first.body());
            Optional<Language> shown =
                    Words.languageOf(Token.of(text.substring(0, Math.min(text.length(), SAMPLE))));
            shown.ifPresentOrElse(
                    l -> findings.add(IngestRule.ING_061, first.position(), l.tag()),
                    () -> findings.add(IngestRule.ING_060, first.position()));
            return shown;
        }

        private String baseName() {
            int dot = fileName.lastIndexOf('.');
            return dot > 0 ? fileName.substring(0, dot) : fileName;
        }

        private PackId packId(RawPack pack, ArticleId article) {
            return options.packId()
                    .or(() -> pack.title().flatMap(t -> PackId.proposed(t.text())))
                    .or(() -> PackId.parse(article.value()))
                    .orElseGet(() -> new PackId("pack-" + article.value()));
        }

        private String manifest(PackId id, RawPack pack, List<DraftArticle> articles) {
            DraftArticle first = articles.get(0);
            boolean isOne = articles.size() == 1;
            Position start = first.raw().position();
            Optional<String> title =
                    isOne ? first.title().map(Title.Found::text) : pack.title().map(Said::text);
            Optional<String> summary =
                    isOne
                            ? first.summary()
                            : pack.summary().map(Said::text).filter(s -> s.length() <= MAX_SUMMARY);
            YamlText yaml =
                    new YamlText()
                            .with("format", ManifestDocument.FORMAT)
                            .with("id", id.value())
                            .with("version", VERSION);
            title.ifPresentOrElse(
                    t -> yaml.with("title", t), () -> open(yaml, "title", "one line"));
            summary.ifPresentOrElse(
                    s -> yaml.with("summary", s),
                    () -> open(yaml, "summary", "what the pack is about"));
            language.ifPresentOrElse(
                    l -> yaml.with("language", l.tag()),
                    () -> open(yaml, "language", "a tag such as en or pt-BR"));
            yaml.with("license", "LicenseRef-Undecided");
            open(yaml, "publisher", "who publishes the pack");
            open(yaml, "owners", "who answers for its words and for what it says of health");
            open(yaml, "reportTo", "an https or mailto address");
            open(yaml, "released", "day of the release, as in 2026-01-31");
            findings.add(IngestRule.ING_069, start);
            findings.add(IngestRule.ING_070, start);
            if (!isOne && title.isEmpty()) {
                findings.add(IngestRule.ING_010, Position.START);
            }
            if (!isOne && summary.isEmpty()) {
                findings.add(IngestRule.ING_062, Position.START);
            }
            authors(yaml, articles);
            yaml.with("provenance", articles.stream().map(this::provenance).distinct().toList());
            profile.ifPresent(p -> yaml.with("profile", p.id()));
            return yaml.text();
        }

        private void authors(YamlText yaml, List<DraftArticle> articles) {
            Set<String> names = new LinkedHashSet<>();
            articles.forEach(a -> a.byline().ifPresent(names::add));
            for (DraftArticle article : articles) {
                if (article.byline().isEmpty()) {
                    findings.add(IngestRule.ING_064, article.raw().position());
                }
                if (article.raw().said(Fact.SITE).isEmpty()) {
                    findings.add(IngestRule.ING_065, article.raw().position());
                }
            }
            if (names.isEmpty()) {
                open(yaml, "authors", "who wrote it");
            } else {
                yaml.with("authors", names.stream().map(n -> Map.of("name", n)).toList());
            }
        }

        private Map<String, String> provenance(DraftArticle article) {
            Map<String, String> from = new LinkedHashMap<>();
            article.title()
                    .map(t -> t.printed().text())
                    .filter(t -> t.length() <= MAX_TITLE)
                    .ifPresent(t -> from.put("title", t));
            article.raw()
                    .said(Fact.SITE)
                    .filter(s -> s.text().length() <= MAX_TITLE)
                    .ifPresent(s -> from.put("site", s.text()));
            article.byline().ifPresent(b -> from.put("byline", b));
            from.put(
                    "changes",
                    PackDraft.marked(
                            "Sections were made of its headings; site furniture and pictures"
                                    + " were left out. Say what else was changed."));
            return from;
        }
    }

    private static void open(YamlText yaml, String key, String what) {
        yaml.comment(key + ": " + PackDraft.marked(what));
    }
}
