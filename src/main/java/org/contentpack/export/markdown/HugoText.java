package org.contentpack.export.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Author;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Source;
import org.contentpack.render.Addresses;
import org.contentpack.render.ArticleMarkdown;
import org.contentpack.render.MarkdownText;
import org.contentpack.render.TextStatus;

/** The texts of a Hugo site that a release comes to. */
final class HugoText {

    private final ReleaseView view;
    private final Release release;
    private final Manifest manifest;

    HugoText(ReleaseView view) {
        this.view = view;
        this.release = view.release();
        this.manifest = release.manifest();
    }

    /** A page. */
    String article(Article article) {
        TextStatus status = view.status(article.head());
        boolean stale = release.isStale(article.head());
        return new FrontMatter()
                        .with("title", article.title())
                        .with("slug", article.slug().value())
                        .with("description", article.summary())
                        // Hugo reads this one as Markdown.
                        .with("summary", MarkdownText.plain(article.summary()))
                        .with("date", article.firstPublished().toString())
                        .with("lastmod", article.contentChanged().toString())
                        .with("draft", view.isHeldBack(article.head()))
                        .with("tags", article.tags())
                        .with("authors", article.authors().stream().map(Author::name).toList())
                        .with("contentpack", origin(article, status, stale))
                        .text()
                + "\n"
                + new ArticleMarkdown(article, manifest, status, stale, new HugoAddresses(article))
                        .text();
    }

    private FrontMatter origin(Article article, TextStatus status, boolean stale) {
        FrontMatter origin =
                release()
                        .with("article", article.id().value())
                        .with("language", article.language().tag())
                        .with("digest", article.digest().value())
                        .with("audience", article.audience())
                        .with("review", status.state());
        if (status.review() instanceof Review.Reviewed reviewed) {
            origin.with("reviewer", reviewed.reviewer().name())
                    .with("reviewerRole", reviewed.reviewer().role())
                    .with("lastReviewed", reviewed.lastReviewed().toString())
                    .with("nextReview", reviewed.nextReview().toString());
        }
        return origin.with("notice", status.firstNotice().map(TextStatus.Notice::line))
                .with("stale", stale)
                .with("disclaimer", article.disclaimer())
                .with("sources", article.sources().stream().map(HugoText::source).toList());
    }

    private FrontMatter release() {
        return new FrontMatter()
                .with("pack", manifest.id().value())
                .with("version", manifest.version().text())
                .with("release", release.digest().value())
                .with("publisher", manifest.publisher())
                .with("license", manifest.license())
                .with("reportTo", manifest.reportTo())
                .with("provenance", manifest.provenance().stream().map(HugoText::from).toList());
    }

    private static FrontMatter from(Provenance provenance) {
        return new FrontMatter()
                .with("title", provenance.title())
                .with("site", provenance.site())
                .with("byline", provenance.byline())
                .with("changes", provenance.changes());
    }

    private static FrontMatter source(Source source) {
        return new FrontMatter()
                .with("publisher", source.publisher())
                .with("title", source.title())
                .with("url", source.url().toString())
                .with("checked", source.checked().toString());
    }

    /** The page of the pack itself, which lists the others. */
    String pack() {
        return new FrontMatter()
                        .with("title", manifest.title())
                        .with("description", manifest.summary())
                        .with("date", manifest.released().toString())
                        .with(
                                "contentpack",
                                release()
                                        .with("notice", view.notice().map(TextStatus.Notice::line)))
                        .text()
                + "\n"
                + MarkdownText.plain(manifest.summary())
                + "\n";
    }

    /** For the person who unpacks it. Hugo does not look at it. */
    String readMe() {
        List<Language> languages =
                release.articles().stream().map(ArticleHead::language).distinct().sorted().toList();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.plain(manifest.title())).append("\n\n");
        line(text, "Pack", manifest.id().value());
        line(text, "Version", manifest.version().text());
        line(text, "Release digest", release.digest().value());
        line(text, "Released", manifest.released().toString());
        line(text, "Publisher", manifest.publisher());
        line(text, "Licence", manifest.license());
        line(text, "Languages", joined(languages));
        view.notice().ifPresent(n -> line(text, "Withdrawn", n.line()));
        for (Provenance each : manifest.provenance()) {
            line(
                    text,
                    "Derived from",
                    each.title()
                            + ", "
                            + each.site()
                            + " ("
                            + each.byline()
                            + "). "
                            + each.changes());
        }
        reviews(text);
        text.append(
                """

                Unpack this over the folder of a Hugo site. Pages are drafts where nobody's review
                counts; `hugo --buildDrafts` shows them. Unpacking again overwrites: keep what you
                changed elsewhere first. The site's configuration must name the languages:

                ```
                """);
        text.append("languages:\n");
        languages.forEach(
                l -> text.append("  ").append(l.tag().toLowerCase(Locale.ROOT)).append(": {}\n"));
        return text.append("```\n").toString();
    }

    private void reviews(StringBuilder text) {
        release.articles().stream()
                .collect(
                        Collectors.groupingBy(
                                a -> view.status(a).state(), TreeMap::new, Collectors.counting()))
                .forEach((state, count) -> line(text, "Texts that are " + state, count.toString()));
    }

    private static String joined(List<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("- ").append(name).append(": ").append(MarkdownText.plain(value)).append('\n');
    }

    /** Where things are in a Hugo site: pages of one language stand beside each other. */
    private final class HugoAddresses implements Addresses {

        private final Article page;
        private final Addresses server = view.addresses();

        HugoAddresses(Article page) {
            this.page = page;
        }

        /** Where a site has another language, only its configuration says. */
        @Override
        public String article(ArticleId article, Language language) {
            return Optional.of(language)
                    .filter(page.language()::equals)
                    .flatMap(l -> release.article(article, l))
                    .map(head -> "../" + head.slug() + "/")
                    .orElseGet(() -> server.article(article, language));
        }

        @Override
        public String latestArticle(ArticleId article) {
            return article(article, page.language());
        }

        @Override
        public String section(ArticleId article, SectionId section, Language language) {
            return article(article, language) + "#" + section;
        }

        @Override
        public String asset(FilePath asset) {
            return manifest.asset(asset).isPresent()
                    ? HugoFiles.picture(view, asset)
                    : server.asset(asset);
        }

        @Override
        public String home() {
            return server.home();
        }

        @Override
        public String stylesheet() {
            return server.stylesheet();
        }

        @Override
        public String versions() {
            return server.versions();
        }

        @Override
        public String release() {
            return server.release();
        }

        @Override
        public String archive() {
            return server.archive();
        }
    }
}
