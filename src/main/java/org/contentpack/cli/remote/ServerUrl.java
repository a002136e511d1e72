package org.contentpack.cli.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a server is: {@code https://host} or {@code http://host:port}, with the path below which it
 * lies where there is one.
 *
 * @param base without a slash at its end
 */
public record ServerUrl(URI base) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException where it is none of a server, with the reason
     */
    public static ServerUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it is no address", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("it must begin with https:// or http://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("it names no host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "it must have no user; a token stands in CONTENTPACK_TOKEN or a file");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("it must have no query and no fragment");
        }
        return new ServerUrl(uri);
    }

    /**
     * An address of the API.
     *
     * @param path from {@code /api} on, its parts already encoded
     */
    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** Whether what is sent can be read on the way: {@code http} to another machine. */
    public boolean isOpenToOthers() {
        return base.getScheme().equalsIgnoreCase("http")
                && !LOOPBACK.contains(base.getHost().toLowerCase(Locale.ROOT));
    }

    /** Whether an address belongs to the same server: scheme, host and port. */
    boolean isOriginOf(URI other) {
        return base.getScheme().equalsIgnoreCase(other.getScheme())
                && base.getHost().equalsIgnoreCase(other.getHost())
                && port(base) == port(other);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0
                ? uri.getPort()
                : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
