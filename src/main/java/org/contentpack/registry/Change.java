package org.contentpack.registry;

import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Redirect;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;

/** What happened to a pack, against {@link Event}, which says when and by whom too. */
public sealed interface Change {

    /** A release was registered. */
    record Registered(Registration registration) implements Change {}

    /**
     * A release renamed something.
     *
     * @param version of that release
     */
    record Renamed(Version version, Redirect redirect) implements Change {}

    /** A channel points at a release from now on. */
    record ChannelMoved(ChannelName channel, Version version) implements Change {}

    /**
     * A release, or one article in it, was withdrawn, or withdrawn for another reason than before.
     *
     * @param article empty for the release as a whole
     */
    record Withdrawn(Version version, Optional<ArticleId> article, Withdrawal withdrawal)
            implements Change {}

    /** A withdrawal was taken back. */
    record Reinstated(Version version, Optional<ArticleId> article) implements Change {}

    /**
     * Something was said of an article's review.
     *
     * @param digest of the article's file: the statement counts wherever these bytes stand
     */
    record Reviewed(
            Version version,
            ArticleId article,
            org.contentpack.pack.Language language,
            Digest digest,
            GivenStatement given)
            implements Change {}
}
