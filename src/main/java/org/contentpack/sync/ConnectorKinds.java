package org.contentpack.sync;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of CMS that a server knows. Immutable. */
public final class ConnectorKinds {

    private final NavigableMap<String, ConnectorKind> byId = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where two have one id
     */
    public ConnectorKinds(List<ConnectorKind> kinds) {
        for (ConnectorKind kind : kinds) {
            if (byId.put(kind.id(), kind) != null) {
                throw new IllegalArgumentException(
                        "two kinds of CMS are called \"" + kind.id() + "\"");
            }
        }
    }

    /** Sorted by id. */
    public List<ConnectorKind> all() {
        return List.copyOf(byId.values());
    }

    /** How items of a kind are written, for a CMS that sends its own state. */
    public Optional<ItemForm> form(String kind) {
        return Optional.ofNullable(byId.get(kind)).flatMap(ConnectorKind::form);
    }

    /** The kinds that have a form, sorted. */
    public List<String> withForm() {
        return byId.values().stream()
                .filter(kind -> kind.form().isPresent())
                .map(ConnectorKind::id)
                .toList();
    }
}
