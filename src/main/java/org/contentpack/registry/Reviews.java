package org.contentpack.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.signature.ReviewSignatureCheck;
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
    private final ReviewSignatureCheck signatures;

    Reviews(Registry registry, HistoryWriter writer, ReviewSignatureCheck signatures) {
        this.registry = registry;
        this.writer = writer;
        this.signatures = signatures;
    }

    /** What came of a statement. */
    public sealed interface Result {

        /** It stands there now. */
        record Stored(GivenStatement given) implements Result {}

        /** The last statement over these bytes says the same; nothing happened. */
        record Unchanged(GivenStatement last) implements Result {}

        /** There is no such article in this language; nothing happened. */
        record NotFound() implements Result {}

        /** Its signature is missing or not right; nothing happened. */
        record NotSigned(ReviewSignatureCheck.Refused reason) implements Result {}
    }

    /**
     * Adds a statement on an article of a release.
     *
     * @param jws signature of the statement, not yet looked at
     */
    public Result add(
            PackId pack,
            Version version,
            ArticleId article,
            Language language,
            ReviewStatement statement,
            Optional<String> jws,
            Actor actor)
            throws IOException {
        return writer.write(
                pack,
                actor,
                history -> {
                    Optional<ReviewSubject> subject = subject(history, version, article, language);
                    if (subject.isEmpty()) {
                        return new HistoryWriter.Leave<>(new Result.NotFound());
                    }
                    ReviewSignatureCheck.Result signed =
                            signatures.check(subject.get().signedText(statement), jws);
                    if (signed instanceof ReviewSignatureCheck.Refused refused) {
                        return new HistoryWriter.Leave<>(new Result.NotSigned(refused));
                    }
                    GivenStatement given =
                            new GivenStatement(
                                    statement,
                                    ((ReviewSignatureCheck.Accepted) signed).signature());
                    Digest digest = subject.get().articleDigest();
                    List<GivenStatement> before = history.reviews(digest);
                    if (!before.isEmpty() && before.get(before.size() - 1).saysAll(given)) {
                        return new HistoryWriter.Leave<>(
                                new Result.Unchanged(before.get(before.size() - 1)));
                    }
                    return new HistoryWriter.Store<>(
                            new Change.Reviewed(version, article, language, digest, given),
                            new Result.Stored(given));
                });
    }

    private Optional<ReviewSubject> subject(
            PackHistory history, Version version, ArticleId article, Language language)
            throws IOException {
        Optional<Registration> release = history.release(version);
        return release.isEmpty() || history.isErased(version)
                ? Optional.empty()
                : registry.release(release.get())
                        .article(article, language)
                        .map(head -> ReviewSubject.of(release.get(), head));
    }
}
