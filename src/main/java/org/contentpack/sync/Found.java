package org.contentpack.sync;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.PackId;

/** What stands in a CMS at one moment: the items that carry our marks, or that we know. */
final class Found {

    private final Connector connector;
    private final Map<String, Item> byId = new LinkedHashMap<>();

    private Found(Connector connector) {
        this.connector = connector;
    }

    static Found in(Connector connector, PackId pack) throws IOException {
        Found found = new Found(connector);
        for (Item item : connector.items(pack)) {
            found.byId.put(item.id(), item);
        }
        return found;
    }

    /**
     * The item that an installation speaks of. One that lost its marks is asked for by itself: a
     * CMS may drop what it does not know.
     */
    Optional<Item> of(Installation installation) throws IOException {
        Item known = byId.get(installation.item());
        return known != null ? Optional.of(known) : connector.item(installation.item());
    }

    /** All items that carry this key, in the CMS's order; more than one where people copied. */
    List<Item> marked(ItemKey key) {
        List<Item> items = new ArrayList<>();
        for (Item item : byId.values()) {
            if (item.marks().map(Marks::key).equals(Optional.of(key))) {
                items.add(item);
            }
        }
        return items;
    }
}
