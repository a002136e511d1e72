package org.contentpack.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/**
 * Adds what people say of articles after having checked them. A statement is over the bytes of an
 * article in one language and counts in every release that has these bytes.
 *
 * <p>Safe for use by several threads.
 */
public final class Reviews {

    private final Registry registry;
    private final HistoryWriter writer;

    Reviews(Registry registry, HistoryWriter writer) {
        this.registry = registry;
        this.writer = writer;
    }

    /** What came of a statement. */
    public enum Result {
        STORED,
        /** The last statement over these bytes says the same; nothing happened. */
        UNCHANGED,
        /** There is no such article in this language; nothing happened. */
        NOT_FOUND
    }

    /** Adds a statement on an article of a release. */
    public Result add(
            PackId pack,
            Version version,
            ArticleId article,
            Language language,
            ReviewStatement statement,
            Actor actor)
            throws IOException {
        return writer.write(
                pack,
                actor,
                history -> {
                    Optional<ArticleHead> head = head(history, version, article, language);
                    if (head.isEmpty()) {
                        return new HistoryWriter.Leave<>(Result.NOT_FOUND);
                    }
                    List<ReviewStatement> before = history.reviews(head.get().digest());
                    if (!before.isEmpty() && before.get(before.size() - 1).equals(statement)) {
                        return new HistoryWriter.Leave<>(Result.UNCHANGED);
                    }
                    return new HistoryWriter.Store<>(
                            new Change.Reviewed(
                                    version, article, language, head.get().digest(), statement),
                            Result.STORED);
                });
    }

    private Optional<ArticleHead> head(
            PackHistory history, Version version, ArticleId article, Language language)
            throws IOException {
        Optional<Registration> release = history.release(version);
        return release.isEmpty() || history.isErased(version)
                ? Optional.empty()
                : registry.release(release.get()).article(article, language);
    }
}
