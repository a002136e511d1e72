package org.contentpack.registry;

import java.io.IOException;

/**
 * The store cannot be reached or no longer has what it registered, against any other {@link
 * IOException}, such as a reader who hung up.
 */
public class StoreException extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
