package org.contentpack.registry;

import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.ReleaseId;

/**
 * What a review statement is about: the bytes of an article in one language, and the release in
 * which the reviewer saw them.
 *
 * @param releaseDigest of that release
 * @param articleDigest of the article's file: the statement counts wherever these bytes stand
 */
public record ReviewSubject(
        ReleaseId release,
        Digest releaseDigest,
        ArticleId article,
        Language language,
        Digest articleDigest) {

    /** An article as a registered release has it. */
    public static ReviewSubject of(Registration registration, ArticleHead head) {
        return new ReviewSubject(
                registration.id(),
                registration.digest(),
                head.id(),
                head.language(),
                head.digest());
    }

    /**
     * What a signature of a statement on this is over: lines, each ended by a line feed. No value
     * has a line feed in it, so that no statement can be read as another. What a statement does not
     * say has no line.
     */
    public String signedText(ReviewStatement statement) {
        String subject =
                "contentpack review 1\n"
                        + release
                        + "\n"
                        + releaseDigest
                        + "\n"
                        + line("article", article)
                        + line("language", language)
                        + line("digest", articleDigest);
        if (statement instanceof ReviewStatement.Approved approved) {
            return subject
                    + line("outcome", "approved")
                    + line("reviewer", approved.reviewer().name())
                    + line("role", approved.reviewer().role())
                    + approved.registration().map(r -> line("registration", r)).orElse("")
                    + line("scope", approved.scope())
                    + line("date", approved.date())
                    + line("nextReview", approved.nextReview());
        }
        ReviewStatement.Revoked revoked = (ReviewStatement.Revoked) statement;
        return subject
                + line("outcome", "revoked")
                + line("reason", revoked.reason())
                + line("date", revoked.date());
    }

    private static String line(String name, Object value) {
        return name + " " + value + "\n";
    }
}
