package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.Slug;
import org.contentpack.render.SectionHtml.Anchors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is validated is what is served: every link and picture of a page is one that rules saw. */
class RenderedPacksTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private static final ReleaseReader READER = new ReleaseReader(Limits.DEFAULT);

    static Stream<Path> packs() throws IOException {
        List<Path> manifests = new ArrayList<>();
        for (String root : List.of("content-pack", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.endsWith("pack.yaml")).forEach(manifests::add);
            }
        }
        return manifests.stream().map(Path::getParent).sorted();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aPageHasAsManyLinksAndPicturesAsTheRulesSaw(Path pack) throws IOException {
        PackFiles files = InMemoryPackFiles.ofFolder(pack);
        PackDocumentReader reader =
                new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT);
        for (ArticleDocument document : reader.read(files).document().articles()) {
            Optional<Article> article = article(document, files.read(document.file()));
            if (article.isEmpty()) {
                continue;
            }
            SectionHtml html = new SectionHtml(article.get(), new TestAddresses(), Anchors.IN_PAGE);
            List<SectionDocument> seen =
                    document.body().sections().stream()
                            .filter(d -> d.heading().isPresent() || !d.markdown().isEmpty())
                            .toList();
            for (int i = 0; i < seen.size(); i++) {
                Section section = article.get().sections().get(i);
                assertThat(ADDRESS.matcher(html.html(section)).results().count())
                        .as(document.file() + "#" + section.id())
                        .isEqualTo(seen.get(i).links().size() + seen.get(i).images().size());
            }
        }
    }

    /** The article as a server reads it; empty where it would be refused and never be rendered. */
    private static Optional<Article> article(ArticleDocument document, byte[] bytes) {
        ArticleHead head =
                new ArticleHead(
                        new ArticleId("any"),
                        new Language("en"),
                        new Slug("any"),
                        "",
                        "",
                        new Review.Unreviewed(),
                        Optional.empty(),
                        document.file(),
                        Digest.of(bytes),
                        List.of());
        try {
            return Optional.of(READER.article(head, bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
