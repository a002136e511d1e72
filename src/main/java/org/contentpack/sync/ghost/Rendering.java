package org.contentpack.sync.ghost;

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
import org.jsoup.nodes.Element;

/** An article as content of a post, in canonical form. */
final class Rendering {

    static final String TITLE = "title";
    static final String SLUG = "slug";
    static final String SUMMARY = "summary";
    static final String TAGS = "tags";

    private Rendering() {}

    static Content of(Outgoing outgoing) {
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
                .forEach((id, markup) -> body.add(Passage.of(id, canonical(markup, outgoing))));
        return new Content(fields, body);
    }

    /** The section as it comes back from Ghost; a caution becomes a quote. */
    private static String canonical(String markup, Outgoing outgoing) {
        Element body = LexicalReader.body(markup);
        for (Element caution : body.select("div.contentpack-caution")) {
            caution.tagName("blockquote").clearAttributes();
        }
        return LexicalReader.html(
                LexicalWriter.blocks(
                        body.html(), "", address -> References.bySlug(address, outgoing.release())),
                address -> address);
    }
}
