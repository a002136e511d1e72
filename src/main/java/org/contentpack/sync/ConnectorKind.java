package org.contentpack.sync;

import java.util.Optional;

/** Makes connectors of one kind of CMS; the port through which other kinds can be added. */
public interface ConnectorKind {

    /** The word in configuration, such as {@code wordpress}. */
    String id();

    /**
     * A connector for a target. Asks the CMS nothing.
     *
     * @throws IllegalArgumentException where a setting is missing or wrong; the message names it
     *     and holds no secret
     */
    Connector connect(ConnectorSettings settings);

    /** How items of this kind are written; empty where CMSes of it cannot send their own state. */
    default Optional<ItemForm> form() {
        return Optional.empty();
    }
}
