package org.contentpack.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;
import org.contentpack.render.Addresses;
import org.contentpack.render.TextStatus;
import org.contentpack.storage.InMemoryReleaseStore;

/** A pack as a server would show it that registered it, at a day and with a withdrawal or none. */
public record PackView(
        Release release,
        Registry registry,
        PackFiles files,
        String base,
        LocalDate today,
        Optional<TextStatus.Notice> notice)
        implements ReleaseView {

    /** The day on which nothing is overdue. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** The pack of a folder, which must keep all rules, on a server that knows its own address. */
    public static PackView of(Path folder) throws IOException {
        return of(InMemoryPackFiles.ofFolder(folder));
    }

    public static PackView of(PackFiles files) throws IOException {
        Registry registry = TestRegistry.over(new InMemoryReleaseStore());
        PublishResult result = registry.publish(new Submission(files, List.of(), Actor.BUILT_IN));
        if (!(result instanceof PublishResult.Published published)) {
            throw new AssertionError(result.toString());
        }
        return new PackView(
                registry.release(published.registration()),
                registry,
                files,
                "https://packs.example",
                TODAY,
                Optional.empty());
    }

    PackView at(LocalDate day) {
        return new PackView(release, registry, files, base, day, notice);
    }

    PackView withdrawn(String kind, String note) {
        return new PackView(
                release,
                registry,
                files,
                base,
                today,
                Optional.of(new TextStatus.Notice(kind, note)));
    }

    /** On a server that does not know its own address, or another. */
    public PackView at(String address) {
        return new PackView(release, registry, files, address, today, notice);
    }

    @Override
    public Article article(ArticleHead head) throws IOException {
        return registry.article(head);
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        return files.open(path);
    }

    @Override
    public TextStatus status(ArticleHead head) {
        boolean overdue =
                head.review() instanceof Review.Reviewed r && !today.isBefore(r.nextReview());
        return new TextStatus(head.review(), overdue, notice.stream().toList());
    }

    @Override
    public Addresses addresses() {
        return new Addresses() {
            @Override
            public String home() {
                return base + "/";
            }

            @Override
            public String stylesheet() {
                return base + "/style.css";
            }

            @Override
            public String versions() {
                return base + "/api/packs/" + release.id().pack() + "/versions";
            }

            @Override
            public String release() {
                return versions() + "/" + release.id().version();
            }

            @Override
            public String article(ArticleId article, Language language) {
                return release() + "/articles/" + article + "?lang=" + language;
            }

            @Override
            public String latestArticle(ArticleId article) {
                return base + "/api/packs/" + release.id().pack() + "/articles/" + article;
            }

            @Override
            public String section(ArticleId article, SectionId section, Language language) {
                return release() + "/articles/" + article + "/sections/" + section;
            }

            @Override
            public String asset(FilePath asset) {
                return release() + "/" + asset;
            }

            @Override
            public String archive() {
                return release() + "/archive";
            }
        };
    }
}
