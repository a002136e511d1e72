package org.contentpack.registry;

import java.io.IOException;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/**
 * Takes releases and articles back, and reinstates them. Their numbers stay taken for ever.
 *
 * <p>Safe for use by several threads.
 */
public final class Withdrawals {

    private final Registry registry;
    private final HistoryWriter writer;

    Withdrawals(Registry registry, HistoryWriter writer) {
        this.registry = registry;
        this.writer = writer;
    }

    /** What came of it. */
    public enum Result {
        /** It is so now. */
        DONE,
        /** It was so already; nothing happened. */
        UNCHANGED,
        /** There is no such release, or no such article in it; nothing happened. */
        NOT_FOUND,
        /** The bytes were destroyed, so that nothing can be said of them any more. */
        ERASED
    }

    /**
     * Withdraws a release, or one article in it, or gives another reason for it.
     *
     * @param article empty for the release as a whole
     */
    public Result withdraw(
            PackId pack,
            Version version,
            Optional<ArticleId> article,
            Withdrawal withdrawal,
            Actor actor)
            throws IOException {
        return writer.write(
                pack,
                actor,
                history -> {
                    Optional<Result> obstacle = obstacle(history, version, article);
                    if (obstacle.isPresent()) {
                        return new HistoryWriter.Leave<>(obstacle.get());
                    }
                    return current(history, version, article).equals(Optional.of(withdrawal))
                            ? new HistoryWriter.Leave<>(Result.UNCHANGED)
                            : new HistoryWriter.Store<>(
                                    new Change.Withdrawn(version, article, withdrawal),
                                    Result.DONE);
                });
    }

    /** Takes a withdrawal back. */
    public Result reinstate(PackId pack, Version version, Optional<ArticleId> article, Actor actor)
            throws IOException {
        return writer.write(
                pack,
                actor,
                history -> {
                    Optional<Result> obstacle = obstacle(history, version, article);
                    if (obstacle.isPresent()) {
                        return new HistoryWriter.Leave<>(obstacle.get());
                    }
                    return current(history, version, article).isEmpty()
                            ? new HistoryWriter.Leave<>(Result.UNCHANGED)
                            : new HistoryWriter.Store<>(
                                    new Change.Reinstated(version, article), Result.DONE);
                });
    }

    private Optional<Result> obstacle(
            PackHistory history, Version version, Optional<ArticleId> article) throws IOException {
        Optional<Registration> release = history.release(version);
        if (release.isEmpty()) {
            return Optional.of(Result.NOT_FOUND);
        }
        if (history.isErased(version)
                || current(history, version, article)
                        .map(w -> w.kind() == Withdrawal.Kind.ERASED)
                        .orElse(false)) {
            return Optional.of(Result.ERASED);
        }
        boolean known =
                article.isEmpty()
                        || !registry.release(release.get()).translations(article.get()).isEmpty();
        return known ? Optional.empty() : Optional.of(Result.NOT_FOUND);
    }

    private static Optional<Withdrawal> current(
            PackHistory history, Version version, Optional<ArticleId> article) {
        return article.isEmpty()
                ? history.withdrawal(version)
                : history.withdrawal(version, article.get());
    }
}
