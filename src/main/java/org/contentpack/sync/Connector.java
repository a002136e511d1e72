package org.contentpack.sync;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Content;
import org.contentpack.pack.PackId;

/**
 * One CMS: the port that code for a kind of CMS adapts to. A connector is bound to one configured
 * target and knows its address, credentials, field map and types; requests name none of them.
 *
 * <p>It reads and writes whole items and decides nothing: what is to be written is {@link Sync}'s.
 * Pictures stand in canonical texts by the digest of the asset ({@code contentpack:sha256:…} where
 * a CMS has an address), so that plans can be made before anything was uploaded; {@link #create}
 * and {@link #update} upload what is missing and put addresses in.
 *
 * <p>Safe for use by several threads. A {@link ConnectorException} says what went wrong and what to
 * do, without any secret; a write that threw may have happened all the same.
 */
public interface Connector {

    /** What is missing before items can be written, in words; writes nothing. */
    Check check() throws IOException;

    /** Does the one-time set-up as far as the CMS lets it, and says what a human has to do. */
    Check prepare() throws IOException;

    /** The article as this connector would write it, in canonical form; asks the CMS nothing. */
    Content render(Outgoing outgoing);

    /**
     * All items that carry marks of the pack, in any status, sorted by id. Two with one key are
     * possible: people copy items.
     */
    List<Item> items(PackId pack) throws IOException;

    /** One item, be it ours or not; empty where there is none or it was destroyed. */
    Optional<Item> item(String id) throws IOException;

    /**
     * One item that is not ours yet, its body taken apart by headings into the sections that the
     * article has where they can be recognised.
     */
    Optional<Item> foreign(String id, Outgoing outgoing) throws IOException;

    /**
     * Makes an item.
     *
     * @return as read back
     */
    Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException;

    /**
     * Brings an item's content and marks to the given ones and leaves everything else on it alone.
     * Reads the item first and throws {@link ConnectorException.Kind#CHANGED_MEANWHILE} where its
     * revision is not the given one.
     *
     * @param outgoing the release from which texts and pictures come
     * @return as read back
     */
    Item update(Item before, Outgoing outgoing, Content content) throws IOException;

    /** Changes who can see the item; see {@link #update} for {@code before}. */
    Item move(Item before, ItemStatus status) throws IOException;

    /** Takes our marks off and leaves the text; see {@link #update} for {@code before}. */
    void unmark(Item before) throws IOException;
}
