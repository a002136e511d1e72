package org.contentpack.registry;

import java.util.List;

/**
 * The store is older than what this server has seen of it: a backup was restored, and what came
 * after the backup is not there. Nothing is written until a person has decided.
 */
public final class OlderStoreException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final List<String> missing;

    /**
     * @param missing what happened and is not there, one line each; the last fifty at most
     * @param count of all that is missing
     */
    public OlderStoreException(List<String> missing, int count) {
        super(
                "the store is older than what this server has seen of it, and "
                        + count
                        + " events are missing; restore a newer backup, or accept the loss with"
                        + " CONTENTPACK_ACCEPT_OLDER_STORE=true");
        this.missing = List.copyOf(missing);
    }

    public List<String> missing() {
        return missing;
    }
}
