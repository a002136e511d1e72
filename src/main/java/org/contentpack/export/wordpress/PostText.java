package org.contentpack.export.wordpress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;
import org.contentpack.render.Addresses;
import org.contentpack.render.BlockMarkup;
import org.contentpack.render.TextStatus;

/**
 * The text of an article as a post has it, in canonical form: what the connector writes and what
 * the import file brings, so that either recognises the other's posts. Pictures and other articles
 * are {@link References} until the place is known.
 */
public final class PostText {

    /** What a reader of HTML would take for another character. */
    private static final Pattern REFERENCE = Pattern.compile("&(?=[A-Za-z][A-Za-z0-9]*;|#)");

    private PostText() {}

    /** The groups of a post in the order of the text. */
    public static Map<SectionId, String> sections(
            Article article, Release release, TextStatus status) {
        Map<SectionId, String> sections = new LinkedHashMap<>();
        new BlockMarkup(
                        article,
                        release.manifest(),
                        status,
                        new CanonicalAddresses(release, article.language()))
                .sections()
                .forEach((id, text) -> sections.put(id, BlockText.canonical(text)));
        return sections;
    }

    /** The text of a post made of its groups and what stands between them. */
    public static String join(List<String> texts) {
        return texts.stream().collect(Collectors.joining("\n\n"));
    }

    /**
     * A title or an excerpt, which WordPress prints as HTML: a text stays a text. An ampersand that
     * begins nothing is left as it is, since WordPress escapes it itself.
     */
    public static String line(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** What a tag is called that a site does not have yet. */
    public static String tagName(String slug) {
        return slug.replace('-', ' ');
    }

    /** Only what texts point at: pictures and other articles. */
    private static final class CanonicalAddresses implements Addresses {

        private final Release content;
        private final Language language;

        CanonicalAddresses(Release content, Language language) {
            this.content = content;
            this.language = language;
        }

        @Override
        public String article(ArticleId article, Language in) {
            return References.article(article.value(), in.tag());
        }

        @Override
        public String asset(FilePath asset) {
            Optional<FileEntry> file = content.files().find(asset);
            return file.map(f -> References.asset(f.digest())).orElse(asset.value());
        }

        @Override
        public String latestArticle(ArticleId article) {
            return article(article, language);
        }

        @Override
        public String section(ArticleId article, SectionId section, Language in) {
            return article(article, in) + "#" + section;
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
