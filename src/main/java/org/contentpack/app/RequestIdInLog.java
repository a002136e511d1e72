package org.contentpack.app;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import org.contentpack.rest.RequestIds;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record that is logged while a request is answered the request's id: in JSON logs the
 * member {@code ext_requestId}. The text format has no place for it.
 */
final class RequestIdInLog {

    private static final String NAME = "requestId";

    /** Held here, because the server only refers to it weakly. */
    private final LogRecordContext.Extension extension = RequestIdInLog::id;

    private static @Nullable String id() {
        return RequestIds.current().orElse(null);
    }

    void begin() {
        LogRecordContext.registerExtension(NAME, extension);
    }

    void end() {
        LogRecordContext.unregisterExtension(NAME);
    }
}
