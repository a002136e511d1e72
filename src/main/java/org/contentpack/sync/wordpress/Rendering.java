package org.contentpack.sync.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.export.wordpress.PostText;
import org.contentpack.pack.Article;
import org.contentpack.pack.Tag;
import org.contentpack.sync.Outgoing;

/** An article as content of a post, in canonical form. */
final class Rendering {

    private Rendering() {}

    static Content of(Outgoing outgoing, PostType type) {
        Article article = outgoing.article();
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put(Posts.TITLE, new Value.Text(PostText.line(article.title())));
        fields.put(Posts.SLUG, new Value.Text(article.slug().value()));
        if (type.summary().isPresent()) {
            fields.put(Posts.SUMMARY, new Value.Text(PostText.line(article.summary())));
        }
        for (MetaField field : type.meta().keySet()) {
            if (field.isMerged()) {
                field.value(outgoing)
                        .ifPresent(text -> fields.put(field.id(), new Value.Text(text)));
            }
        }
        if (type.tags().isPresent()) {
            TreeSet<String> tags = new TreeSet<>();
            article.tags().stream().map(Tag::value).forEach(tags::add);
            fields.put(Posts.TAGS, new Value.Terms(tags));
        }
        List<Passage> body = new ArrayList<>();
        PostText.sections(article, outgoing.release(), outgoing.status())
                .forEach((id, text) -> body.add(Passage.of(id, text)));
        return new Content(fields, body);
    }
}
