package org.contentpack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.compare.ReleaseComparison.Texts;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.render.Addresses;
import org.contentpack.render.TextStatus;

/**
 * A pack as a server shows it that has just registered it: without review statements, withdrawals
 * and releases before it, which only a server knows.
 *
 * @param files which stay open for as long
 * @param today the day that decides whether a review is overdue
 */
record PackView(Release release, PackFiles files, Texts texts, Addresses addresses, LocalDate today)
        implements ReleaseView {

    @Override
    public Article article(ArticleHead head) throws IOException {
        return texts.of(head);
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        return files.open(path);
    }

    @Override
    public TextStatus status(ArticleHead head) {
        boolean isOverdue =
                head.review() instanceof Review.Reviewed reviewed
                        && !today.isBefore(reviewed.nextReview());
        return new TextStatus(head.review(), isOverdue, List.of());
    }

    @Override
    public Optional<TextStatus.Notice> notice() {
        return Optional.empty();
    }
}
