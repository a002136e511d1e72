package org.contentpack.rest;

import java.util.Optional;

/** Ends a request by sending the client to another address of this server. */
final class RedirectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String location;
    private final Optional<String> vary;

    /**
     * @param location an absolute path, encoded, or a URL below the configured public base
     * @param vary the fields of the request that another answer may follow from
     */
    private RedirectException(int status, String location, Optional<String> vary) {
        super(location, null, false, false);
        this.status = status;
        this.location = location;
        this.vary = vary;
    }

    /** The thing itself is elsewhere now and will stay there. */
    static RedirectException permanent(String location) {
        return new RedirectException(308, location, Optional.empty());
    }

    /** What was asked for is a choice among several, which may fall on another later. */
    static RedirectException chosen(String location) {
        return new RedirectException(302, location, Optional.empty());
    }

    /** The same where the address has other answers for other requests. */
    RedirectException varying(String fields) {
        return new RedirectException(status, location, Optional.of(fields));
    }

    /** The fields of the request that another answer may follow from. */
    Optional<String> vary() {
        return vary;
    }

    int status() {
        return status;
    }

    String location() {
        return location;
    }
}
