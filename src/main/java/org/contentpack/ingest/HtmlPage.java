package org.contentpack.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.contentpack.finding.Position;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a whole page: which part of it is the article, and what its head says. For one page.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 */
final class HtmlPage {

    /** Where articles stand, the narrowest first. */
    private static final List<String> ROOTS =
            List.of(
                    "[itemprop=articleBody]",
                    ".entry-content",
                    ".post-content",
                    ".article-content",
                    ".article-body",
                    "article",
                    "main",
                    "[role=main]");

    /** A page may have many articles, and each may hold the others. */
    private static final int MAX_CANDIDATES = 20;

    /** What sites put between a page's title and their own name. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s[|»–—-]\\s");

    private final Document page;
    private final Findings findings;
    private final RawArticle article;

    private HtmlPage(Document page, Findings findings) {
        this.page = page;
        this.findings = findings;
        this.article = new RawArticle(new org.commonmark.node.Document(), new Position(1, 1));
    }

    static RawArticle read(String html, Findings findings) {
        return new HtmlPage(HtmlReader.parser().parseInput(html, ""), findings).article(html);
    }

    private RawArticle article(String html) {
        Element root = root();
        address();
        titles(root);
        meta(Fact.SUMMARY, "meta[name=description]", "meta[property=og:description]");
        meta(Fact.LANGUAGE, "html[lang]", "body[lang]", "meta[property=og:locale]");
        meta(
                Fact.PUBLISHED,
                "meta[property=article:published_time]",
                "[itemprop=datePublished]",
                "time.published[datetime]",
                "time.entry-date[datetime]");
        meta(
                Fact.CHANGED,
                "meta[property=article:modified_time]",
                "[itemprop=dateModified]",
                "time.updated[datetime]");
        byline();
        page.head().select("meta[name=keywords]").stream()
                .flatMap(m -> Arrays.stream(m.attr("content").split(",")))
                .forEach(article::tag);
        page.head()
                .select("meta[property=article:tag]")
                .forEach(m -> article.tag(m.attr("content")));
        page.select("a[rel=tag]").forEach(a -> article.tag(a.text()));
        outside(root);
        new HtmlReader(html, IntUnaryOperator.identity(), article, findings)
                .blocks(root)
                .forEach(article.body()::appendChild);
        return article;
    }

    /** The part that most of the text stands in, among those of the first kind that has any. */
    private Element root() {
        for (String kind : ROOTS) {
            Optional<Element> longest =
                    page.select(kind).stream()
                            .limit(MAX_CANDIDATES)
                            .filter(e -> !e.text().isBlank())
                            .max(Comparator.comparingInt(e -> e.text().length()));
            if (longest.isPresent()) {
                return longest.get();
            }
        }
        return page.body();
    }

    private void say(Fact fact, String text, Element element) {
        article.say(fact, text, findings.at(Math.max(0, element.sourceRange().startPos())));
    }

    private void meta(Fact fact, String... queries) {
        for (String query : queries) {
            Element where = query.startsWith("meta") ? page.head() : page;
            for (Element element : where.select(query)) {
                for (String key : List.of("content", "datetime", "lang")) {
                    say(fact, element.attr(key), element);
                }
            }
        }
    }

    private void address() {
        for (Element link : page.head().select("link[rel=canonical]")) {
            say(Fact.ADDRESS, link.attr("href"), link);
        }
        meta(Fact.ADDRESS, "meta[property=og:url]");
        article.said(Fact.ADDRESS)
                .flatMap(a -> host(a.text()).map(host -> new Said(host, a.position())))
                .ifPresent(host -> article.say(Fact.SITE, host.text(), host.position()));
        meta(Fact.SITE, "meta[property=og:site_name]");
    }

    /** The host of an address. */
    static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address.strip()).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void titles(Element root) {
        root.select("h1").forEach(h1 -> say(Fact.TITLE, h1.text(), h1));
        String title = page.head().select("title").text();
        page.select("h1").stream()
                .filter(h1 -> !h1.text().isBlank() && title.contains(h1.text()))
                .forEach(h1 -> say(Fact.TITLE, h1.text(), h1));
        meta(Fact.TITLE, "meta[property=og:title]");
        page.head().select("title").forEach(t -> say(Fact.TITLE, withoutSite(t.text()), t));
    }

    private String withoutSite(String title) {
        String site = page.head().select("meta[property=og:site_name]").attr("content").strip();
        var separators = SEPARATOR.matcher(title).results().toList();
        if (separators.isEmpty()) {
            return title;
        }
        var last = separators.get(separators.size() - 1);
        boolean isSite =
                last.group().contains("|")
                        || last.group().contains("»")
                        || title.substring(last.end()).equalsIgnoreCase(site);
        return isSite ? title.substring(0, last.start()) : title;
    }

    private void byline() {
        meta(Fact.BYLINE, "meta[name=author]");
        for (String query :
                List.of("[itemprop=author] [itemprop=name]", "[rel=author]", ".byline .author")) {
            page.select(query).forEach(e -> say(Fact.BYLINE, e.text(), e));
        }
    }

    /** Tells what of the page is not the article. */
    private void outside(Element root) {
        for (Element inner = root; inner.parent() != null; inner = inner.parent()) {
            if (inner.normalName().equals("body")) {
                return;
            }
            for (Element sibling : inner.parent().children()) {
                if (!sibling.equals(inner)) {
                    leaveOut(sibling);
                }
            }
        }
    }

    /** But for the title, which is not left out. */
    private void leaveOut(Element element) {
        boolean isShown = !HtmlReader.isUnseen(element) && !element.normalName().equals("h1");
        if (isShown && element.selectFirst("h1") != null) {
            element.children().forEach(this::leaveOut);
        } else if (isShown && !element.text().isBlank()) {
            findings.add(
                    IngestRule.ING_050,
                    Math.max(0, element.sourceRange().startPos()),
                    element.text());
        }
    }
}
