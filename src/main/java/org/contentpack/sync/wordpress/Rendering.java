package org.contentpack.sync.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Review;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Tag;
import org.contentpack.render.Addresses;
import org.contentpack.render.BlockMarkup;
import org.contentpack.render.TextStatus;
import org.contentpack.sync.Marks;
import org.contentpack.sync.Outgoing;

/** An article as content of a post, in canonical form. */
final class Rendering {

    private Rendering() {}

    static Content of(Outgoing outgoing, PostType type) {
        Article article = outgoing.article();
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put(Posts.TITLE, new Value.Text(article.title()));
        fields.put(Posts.SLUG, new Value.Text(article.slug().value()));
        if (type.summary().isPresent()) {
            fields.put(Posts.SUMMARY, new Value.Text(article.summary()));
        }
        if (type.tags().isPresent()) {
            TreeSet<String> tags = new TreeSet<>();
            article.tags().stream().map(Tag::value).forEach(tags::add);
            fields.put(Posts.TAGS, new Value.Terms(tags));
        }
        List<Passage> body = new ArrayList<>();
        new BlockMarkup(
                        article,
                        outgoing.release().manifest(),
                        status(outgoing.article(), outgoing.marks()),
                        new CanonicalAddresses(outgoing))
                .sections()
                .forEach((id, text) -> body.add(Passage.of(id, BlockText.canonical(text))));
        return new Content(fields, body);
    }

    /** What the marks say counts: statements may have come after the release. */
    private static TextStatus status(Article article, Marks marks) {
        Review review =
                marks.review().equals("unreviewed") ? new Review.Unreviewed() : article.review();
        return new TextStatus(
                review, marks.review().equals("overdue"), marks.notice().map(Rendering::notice));
    }

    private static TextStatus.Notice notice(String notice) {
        int colon = notice.indexOf(": ");
        return colon < 0
                ? new TextStatus.Notice(notice, "")
                : new TextStatus.Notice(
                        notice.substring(0, colon), notice.substring(colon + ": ".length()));
    }

    /** Only what texts point at: pictures and other articles. */
    private static final class CanonicalAddresses implements Addresses {

        private final Outgoing outgoing;

        CanonicalAddresses(Outgoing outgoing) {
            this.outgoing = outgoing;
        }

        @Override
        public String article(ArticleId article, Language language) {
            return References.article(article.value(), language.tag());
        }

        @Override
        public String asset(FilePath asset) {
            Optional<FileEntry> file = outgoing.release().files().find(asset);
            return file.map(f -> References.asset(f.digest())).orElse(asset.value());
        }

        @Override
        public String latestArticle(ArticleId article) {
            return article(article, outgoing.article().language());
        }

        @Override
        public String section(ArticleId article, SectionId section, Language language) {
            return article(article, language) + "#" + section;
        }

        @Override
        public String home() {
            throw notInTexts();
        }

        @Override
        public String stylesheet() {
            throw notInTexts();
        }

        @Override
        public String versions() {
            throw notInTexts();
        }

        @Override
        public String release() {
            throw notInTexts();
        }

        @Override
        public String archive() {
            throw notInTexts();
        }

        private static UnsupportedOperationException notInTexts() {
            return new UnsupportedOperationException("texts do not point there");
        }
    }
}
