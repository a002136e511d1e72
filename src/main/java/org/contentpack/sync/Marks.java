package org.contentpack.sync;

import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.version.Version;

/**
 * What an item says of where it comes from, visible to editors. It is ours, written with every
 * change and never merged.
 *
 * @param version of the release that the item was last brought in step with
 * @param release that release's digest
 * @param article digest of the article's file in it
 * @param review the word of {@link org.contentpack.registry.ReviewState#id}
 * @param notice why the text should no longer be used, in words; absent where it can be
 */
public record Marks(
        ItemKey key,
        Version version,
        Digest release,
        Digest article,
        String review,
        Optional<String> notice) {}
