package org.contentpack.rest;

/** Ends a request by sending the client to another address of this server. */
final class RedirectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String location;

    /**
     * @param location an absolute path, encoded, or a URL below the configured public base
     */
    private RedirectException(int status, String location) {
        super(location, null, false, false);
        this.status = status;
        this.location = location;
    }

    /** The thing itself is elsewhere now and will stay there. */
    static RedirectException permanent(String location) {
        return new RedirectException(308, location);
    }

    /** What was asked for is a choice among several, which may fall on another later. */
    static RedirectException chosen(String location) {
        return new RedirectException(302, location);
    }

    int status() {
        return status;
    }

    String location() {
        return location;
    }
}
