package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Document;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads an export of WordPress. Its XML is read by jsoup, which knows no document types: no entity
 * is defined, expanded or fetched, and what is not well-formed is read as far as it goes.
 *
 * @see <a href="https://developer.wordpress.org/reference/functions/export_wp/">WordPress,
 *     export_wp()</a>
 */
final class WxrReader {

    /** Most posts of one draft, so that its findings can still be read. */
    static final int MAX_POSTS = 100;

    private static final Set<String> TYPES = Set.of("post", "page");

    /** Characters of {@code <![CDATA[}. */
    private static final int CDATA = 9;

    private final Set<String> wanted;
    private final Findings findings;
    private final Map<String, String> names = new HashMap<>();

    private WxrReader(Set<String> wanted, Findings findings) {
        this.wanted = wanted;
        this.findings = findings;
    }

    /**
     * @param wanted names or numbers of posts; empty for all that are published
     */
    static RawPack read(String xml, Set<String> wanted, Findings findings) {
        Element export =
                Parser.xmlParser()
                        .setTrackPosition(true)
                        .setMaxDepth(HtmlReader.MAX_ELEMENTS)
                        .parseInput(xml, "");
        return new WxrReader(wanted, findings).pack(export);
    }

    private RawPack pack(Element export) {
        for (Element author : export.getElementsByTag("wp:author")) {
            text(author, "wp:author_display_name")
                    .ifPresent(
                            name ->
                                    text(author, "wp:author_login")
                                            .ifPresent(login -> names.put(login, name)));
        }
        Optional<Element> channel = Optional.ofNullable(export.selectFirst("channel"));
        List<RawArticle> articles = new ArrayList<>();
        List<Element> posts =
                export.getElementsByTag("item").stream().filter(this::isWanted).toList();
        if (posts.size() > MAX_POSTS) {
            findings.add(IngestRule.ING_008, index(posts.get(MAX_POSTS)), posts.size(), MAX_POSTS);
        }
        posts.stream().limit(MAX_POSTS).forEach(p -> articles.add(article(p, channel)));
        return articles.size() == 1
                ? RawPack.of(articles.get(0))
                : new RawPack(
                        articles,
                        channel.flatMap(c -> said(c, "title")),
                        channel.flatMap(c -> said(c, "description")));
    }

    private boolean isWanted(Element item) {
        String type = text(item, "wp:post_type").orElse("post");
        String status = text(item, "wp:status").orElse("publish");
        String title = text(item, "title").orElse("");
        if (!TYPES.contains(type)) {
            return false;
        }
        if (!wanted.isEmpty()) {
            return text(item, "wp:post_name").filter(wanted::contains).isPresent()
                    || text(item, "wp:post_id").filter(wanted::contains).isPresent();
        }
        if (!status.equals("publish")) {
            findings.add(IngestRule.ING_006, index(item), title, "its status is " + status);
        }
        return status.equals("publish");
    }

    private RawArticle article(Element item, Optional<Element> channel) {
        RawArticle article = new RawArticle(new Document(), findings.at(index(item)));
        say(article, Fact.TITLE, item, "title");
        say(article, Fact.ADDRESS, item, "link");
        say(article, Fact.SLUG, item, "wp:post_name");
        say(article, Fact.SUMMARY, item, "excerpt:encoded");
        say(article, Fact.PUBLISHED, item, "wp:post_date");
        say(article, Fact.CHANGED, item, "wp:post_modified");
        said(item, "dc:creator")
                .ifPresent(
                        c ->
                                article.say(
                                        Fact.BYLINE,
                                        names.getOrDefault(c.text(), c.text()),
                                        c.position()));
        channel.ifPresent(
                c -> {
                    say(article, Fact.LANGUAGE, c, "language");
                    said(c, "link")
                            .ifPresent(
                                    l ->
                                            HtmlPage.host(l.text())
                                                    .ifPresent(
                                                            host ->
                                                                    article.say(
                                                                            Fact.SITE,
                                                                            host,
                                                                            l.position())));
                });
        item.getElementsByTag("category").stream()
                .filter(c -> c.attr("domain").equals("post_tag"))
                .forEach(c -> article.tag(c.attr("nicename")));
        child(item, "content:encoded").ifPresent(content -> content(content, article));
        return article;
    }

    private void content(Element content, RawArticle article) {
        Pieces pieces = Pieces.of(content);
        new HtmlReader(pieces.text, pieces::index, article, findings)
                .post()
                .forEach(article.body()::appendChild);
    }

    private static int index(Element element) {
        return Math.max(0, element.sourceRange().startPos());
    }

    private static Optional<Element> child(Element parent, String name) {
        return parent.children().stream().filter(c -> c.tagName().equals(name)).findFirst();
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name)
                .map(c -> Characters.line(Pieces.of(c).text))
                .filter(text -> !text.isEmpty());
    }

    private Optional<Said> said(Element parent, String name) {
        return text(parent, name)
                .flatMap(
                        text ->
                                child(parent, name)
                                        .map(c -> new Said(text, findings.at(index(c)))));
    }

    private void say(RawArticle article, Fact fact, Element parent, String name) {
        said(parent, name).ifPresent(said -> article.say(fact, said.text(), said.position()));
    }

    /** A text that may be cut into several CDATA sections, and where each of them stands. */
    private static final class Pieces {

        private final String text;
        private final int[] offsets;
        private final int[] indexes;

        private Pieces(String text, int[] offsets, int[] indexes) {
            this.text = text;
            this.offsets = offsets;
            this.indexes = indexes;
        }

        static Pieces of(Element element) {
            StringBuilder text = new StringBuilder();
            List<TextNode> nodes = element.textNodes();
            int[] offsets = new int[nodes.size()];
            int[] indexes = new int[nodes.size()];
            for (int i = 0; i < nodes.size(); i++) {
                int start = Math.max(0, nodes.get(i).sourceRange().startPos());
                offsets[i] = text.length();
                indexes[i] = start + (nodes.get(i) instanceof CDataNode ? CDATA : 0);
                text.append(nodes.get(i).getWholeText());
            }
            return new Pieces(text.toString(), offsets, indexes);
        }

        int index(int offset) {
            int found = Arrays.binarySearch(offsets, offset);
            int piece = found >= 0 ? found : -found - 2;
            return piece < 0 ? 0 : indexes[piece] + offset - offsets[piece];
        }
    }
}
