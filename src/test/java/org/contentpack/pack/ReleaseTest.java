package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.ReleaseReader;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static ArticleHead head(String id, String language) {
        return new ArticleHead(
                new ArticleId(id),
                new Language(language),
                new Slug(id),
                id,
                id,
                new Review.Unreviewed(),
                Optional.empty(),
                new FilePath("articles/" + id + "." + language + ".md"),
                Digest.of(id + language),
                List.of());
    }

    private static Release release(ArticleHead... articles) throws Exception {
        InMemoryPackFiles files =
                InMemoryPackFiles.ofFolder(
                        Path.of("src/test/resources/content-pack/garden-notes/1.0.0"));
        Manifest manifest =
                new ReleaseReader(Limits.DEFAULT).manifest(files.read(new FilePath("pack.yaml")));
        return new Release(manifest, List.of(articles), files.list());
    }

    @Test
    void translationsAreFoundWhereverTheArticleStands() throws Exception {
        Release release =
                release(
                        head("c", "en"),
                        head("a", "es"),
                        head("b", "fr"),
                        head("a", "en"),
                        head("b", "en"),
                        head("b", "de"));

        assertThat(
                        Stream.of("a", "b", "c", "aa", "d")
                                .map(ArticleId::new)
                                .map(release::translations)
                                .map(all -> all.stream().map(h -> h.language().tag()).toList()))
                .containsExactly(
                        List.of("en", "es"),
                        List.of("en", "de", "fr"),
                        List.of("en"),
                        List.of(),
                        List.of());
        assertThat(release.article(new ArticleId("b"), new Language("fr")))
                .contains(head("b", "fr"));
        assertThat(release.article(new ArticleId("b"), new Language("es"))).isEmpty();
    }

    @Test
    void aReleaseWithoutArticlesHasNone() throws Exception {
        assertThat(release().translations(new ArticleId("a"))).isEmpty();
    }
}
