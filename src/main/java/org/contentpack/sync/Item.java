package org.contentpack.sync;

import java.net.URI;
import java.util.Optional;
import org.contentpack.compare.Content;

/**
 * One item as it stands in a CMS.
 *
 * @param id the CMS's own name for it
 * @param status what readers can see
 * @param content in the connector's canonical form: equal where nothing of substance differs
 * @param marks empty on an item that is not ours
 * @param revision changes whenever anybody saves the item; opaque, and compared only with itself
 * @param editAddress where an editor opens it
 */
public record Item(
        String id,
        ItemStatus status,
        Content content,
        Optional<Marks> marks,
        String revision,
        URI editAddress) {}
