package org.contentpack.sync;

import java.io.IOException;
import java.util.Locale;

/** A CMS did not do what was asked of it. Message and hint hold no secret and no foreign markup. */
public final class ConnectorException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String message;
    private final String hint;

    /** What went wrong. */
    public enum Kind {
        /** No connection, or no answer in time. */
        UNREACHABLE,
        /** The address is not one that this target may have. */
        NOT_ALLOWED,
        /** The credential is missing, wrong or has expired. */
        UNAUTHORISED,
        /** The credential may not do this. */
        FORBIDDEN,
        /** The CMS asked to wait, and went on asking. */
        BUSY,
        /** The CMS refused the values. */
        REFUSED,
        /** Not an answer of this kind of CMS: HTML, too long, cut off. */
        UNEXPECTED_ANSWER,
        /** Somebody saved the item since it was read. */
        CHANGED_MEANWHILE,
        /** The CMS said that it wrote, and did not. */
        NOT_WRITTEN,
        /** The item is not there. */
        GONE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public ConnectorException(Kind kind, String message, String hint) {
        super(message);
        this.kind = kind;
        this.message = message;
        this.hint = hint;
    }

    public ConnectorException(Kind kind, String message, String hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.message = message;
        this.hint = hint;
    }

    /** What went wrong, in a sentence. */
    @Override
    public String getMessage() {
        return message;
    }

    public Kind kind() {
        return kind;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
