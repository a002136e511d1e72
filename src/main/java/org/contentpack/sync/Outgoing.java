package org.contentpack.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.contentpack.pack.Article;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.render.TextStatus;

/**
 * One article of a release on its way to a CMS, with what belongs to it.
 *
 * @param translations heads of the same article in other languages that the target takes too
 */
public record Outgoing(
        Release release, Article article, Marks marks, List<ItemKey> translations, Files files) {

    public Outgoing {
        translations = List.copyOf(translations);
    }

    /** The bytes of the release's files. */
    public interface Files {
        InputStream open(FilePath path) throws IOException;
    }

    /**
     * What editors and readers must know of the text: statements may have come after the release.
     */
    public TextStatus status() {
        Review review =
                marks.review().equals("unreviewed") ? new Review.Unreviewed() : article.review();
        return new TextStatus(
                review,
                marks.review().equals("overdue"),
                marks.notice().map(Outgoing::notice).stream().toList());
    }

    private static TextStatus.Notice notice(String notice) {
        int colon = notice.indexOf(": ");
        return colon < 0
                ? new TextStatus.Notice(notice, "")
                : new TextStatus.Notice(
                        notice.substring(0, colon), notice.substring(colon + ": ".length()));
    }

    /** The same with other marks. */
    Outgoing with(Marks others) {
        return new Outgoing(release, article, others, translations, files);
    }
}
