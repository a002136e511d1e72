package org.contentpack.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.render.Addresses;
import org.contentpack.render.TextStatus;

/**
 * A release as its readers have it now, against {@link Release}, which never changes: with its
 * texts and files, and with what became of it since it was registered.
 *
 * <p>Answers the same as long as it is held: an export reads it more than once.
 */
public interface ReleaseView {

    Release release();

    /** One article; never all of them at once, since they may not fit into memory. */
    Article article(ArticleHead head) throws IOException;

    /** The bytes of a file of the release. */
    InputStream open(FilePath path) throws IOException;

    /** What readers of an article must know beside its text. */
    TextStatus status(ArticleHead head);

    /** Where the release as a whole was withdrawn: why. */
    Optional<TextStatus.Notice> notice();

    /** Where the release stands: URLs, or paths where the server does not know its own address. */
    Addresses addresses();

    /** True where others can follow {@link #addresses}. */
    default boolean isPublic() {
        return addresses().release().contains("://");
    }

    /** True for a health article without a review that counts: it must not go live by itself. */
    default boolean isHeldBack(ArticleHead head) {
        return release().manifest().profile().isPresent()
                && !status(head).state().equals(TextStatus.REVIEWED);
    }
}
