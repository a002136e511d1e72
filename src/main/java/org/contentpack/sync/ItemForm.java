package org.contentpack.sync;

import java.util.Optional;
import org.contentpack.compare.Content;
import org.contentpack.pack.FilePath;

/**
 * How one kind of CMS writes items, without a connection to one: against a {@link Connector}, which
 * reads and writes a configured site, this only turns texts into others. Pure, and safe for use by
 * several threads.
 */
public interface ItemForm {

    /** The article in canonical form, as {@link Connector#render}. */
    Content render(Outgoing outgoing);

    /** What a CMS has, in canonical form. */
    Content read(RawItem item);

    /**
     * A canonical content as the CMS is to have it. What stands there already and is to stay is
     * written as it stands, byte for byte.
     *
     * @param standing empty where there is no item yet
     * @param pictures where the CMS finds those that it does not have yet
     */
    RawItem write(
            Content content, Optional<RawItem> standing, Outgoing outgoing, Pictures pictures);

    /** Where the pictures of a release can be had. */
    interface Pictures {
        String address(FilePath path);
    }
}
