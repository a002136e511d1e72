package org.contentpack.sync.strapi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Article;
import org.contentpack.pack.Tag;
import org.contentpack.render.ArticleMarkdown;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.items.CanonicalAddresses;

/** An article as content of an item, in canonical form: Markdown with references in it. */
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
        new ArticleMarkdown(
                        article,
                        outgoing.release().manifest(),
                        outgoing.status(),
                        false,
                        new CanonicalAddresses(
                                outgoing.release(), article.language(), References::asset))
                .parts()
                .forEach((id, text) -> body.add(Passage.of(id, text)));
        return new Content(fields, body);
    }
}
