package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Review;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Slug;
import org.contentpack.render.Addresses;
import org.contentpack.render.BlockMarkup;
import org.contentpack.render.TextStatus;

/** The texts of a shipped release as block markup, by section. */
final class PackTexts {
    private PackTexts() {}

    static Map<SectionId, String> sections(Path pack, FilePath file, Language language)
            throws IOException {
        try (PackFiles files = InMemoryPackFiles.ofFolder(pack)) {
            ReleaseReader reader = new ReleaseReader(Limits.DEFAULT);
            Manifest manifest = reader.manifest(files.read(new FilePath("pack.yaml")));
            byte[] bytes = files.read(file);
            ArticleHead head =
                    new ArticleHead(
                            new ArticleId("what-causes-leg-cramps-at-night"),
                            language,
                            new Slug("any"),
                            "",
                            "",
                            new Review.Unreviewed(),
                            Optional.empty(),
                            file,
                            Digest.of(bytes),
                            List.of());
            return new BlockMarkup(
                            reader.article(head, bytes),
                            manifest,
                            new TextStatus(new Review.Unreviewed(), false, List.of()),
                            new Here())
                    .sections();
        }
    }

    /** Addresses on the site itself. */
    private static final class Here implements Addresses {
        @Override
        public String home() {
            return "/";
        }

        @Override
        public String stylesheet() {
            return "/style.css";
        }

        @Override
        public String versions() {
            return "/";
        }

        @Override
        public String release() {
            return "/";
        }

        @Override
        public String article(ArticleId article, Language language) {
            return "/" + article;
        }

        @Override
        public String latestArticle(ArticleId article) {
            return "/" + article;
        }

        @Override
        public String section(ArticleId article, SectionId section, Language language) {
            return "/" + article + "#" + section;
        }

        @Override
        public String asset(FilePath asset) {
            return "/wp-includes/images/media/default.png?" + asset.name();
        }

        @Override
        public String archive() {
            return "/";
        }
    }
}
