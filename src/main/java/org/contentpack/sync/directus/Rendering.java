package org.contentpack.sync.directus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Article;
import org.contentpack.pack.Tag;
import org.contentpack.render.BlockMarkup;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.items.CanonicalAddresses;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** An article as content of an item, in canonical form. */
final class Rendering {

    static final String TITLE = "title";
    static final String SLUG = "slug";
    static final String SUMMARY = "summary";
    static final String TAGS = "tags";

    /** What only the block editor of WordPress needs. */
    private static final String BLOCK_CLASS = "(?:wp-|has-alpha-|size-full).*";

    private Rendering() {}

    static Content of(Outgoing outgoing, References references) {
        Article article = outgoing.article();
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put(TITLE, new Value.Text(article.title()));
        fields.put(SLUG, new Value.Text(article.slug().value()));
        fields.put(SUMMARY, new Value.Text(article.summary()));
        TreeSet<String> tags = new TreeSet<>();
        article.tags().stream().map(Tag::value).forEach(tags::add);
        fields.put(TAGS, new Value.Terms(tags));
        List<Passage> body = new ArrayList<>();
        new BlockMarkup(
                        article,
                        outgoing.release().manifest(),
                        outgoing.status(),
                        new CanonicalAddresses(
                                outgoing.release(), article.language(), References::asset))
                .sections()
                .forEach(
                        (id, markup) ->
                                body.add(
                                        Passage.of(
                                                id,
                                                RichText.canonical(plain(markup), references))));
        return new Content(fields, body);
    }

    /** A section's blocks without what marks them as blocks; a caution becomes a quote. */
    private static String plain(String markup) {
        Element body = RichText.body(markup);
        List<Node> comments = new ArrayList<>();
        for (Element each : body.getAllElements()) {
            each.childNodes().stream().filter(n -> n instanceof Comment).forEach(comments::add);
            for (String name : List.copyOf(each.classNames())) {
                if (name.matches(BLOCK_CLASS)) {
                    each.removeClass(name);
                }
            }
        }
        comments.forEach(Node::remove);
        for (Element caution : body.select("div.contentpack-caution")) {
            caution.tagName("blockquote").clearAttributes();
        }
        return body.select("div." + BlockMarkup.SECTION_CLASS).html();
    }
}
