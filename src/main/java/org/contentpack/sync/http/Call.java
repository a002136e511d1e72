package org.contentpack.sync.http;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** One request to a site. Immutable. */
public final class Call {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * A request.
     *
     * @param path from the site's address on, query included
     * @param body empty where there is none
     */
    public Call(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        this.body = body.clone();
    }

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), new byte[0]);
    }

    public static Call post(String path, String contentType, byte[] body) {
        return new Call("POST", path, Map.of("Content-Type", contentType), body);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }

    /** Nothing happens at the site, however often it is sent. */
    boolean isRead() {
        return method.equals("GET") || method.equals("OPTIONS");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
