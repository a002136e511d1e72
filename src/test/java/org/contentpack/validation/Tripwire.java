package org.contentpack.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.finding.Report;

/**
 * Validates every fixture in a process whose sockets end it. To be started by itself: the wire
 * cannot be taken away again.
 */
final class Tripwire {

    /** The status of a process that tried to open a socket. */
    static final int TRIPPED = 3;

    private Tripwire() {}

    /** With an address as argument, opens it instead, to show that the wire holds. */
    @SuppressWarnings("deprecation")
    public static void main(String[] arguments) throws IOException {
        Socket.setSocketImplFactory(
                () -> {
                    Runtime.getRuntime().halt(TRIPPED);
                    throw new IllegalStateException("halted");
                });
        ProxySelector.setDefault(
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        Runtime.getRuntime().halt(TRIPPED);
                        return List.of();
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        if (arguments.length == 1) {
            URI.create(arguments[0]).toURL().openStream().close();
            return;
        }
        int findings = 0;
        for (Fixture fixture : Fixture.all()) {
            findings += fixture.validate().report().findings().size();
        }
        System.out.println(findings + " findings, " + withAddresses().findings().size() + " more");
    }

    /** A pack that names addresses wherever it may. */
    private static Report withAddresses() throws IOException {
        InMemoryPackFiles files = Fixture.named("images-valid").files();
        String address = "http://127.0.0.1:9/x";
        return Fixture.VALIDATION
                .validate(
                        files.with(
                                        "assets/far.svg",
                                        ("<!DOCTYPE svg SYSTEM \""
                                                        + address
                                                        + "\"><svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\""
                                                        + address
                                                        + "\"/></svg>")
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .with(
                                        "articles/far.md",
                                        ("---\nid: far\nsources: [{url: \""
                                                        + address
                                                        + "\"}]\n---\n![x]("
                                                        + address
                                                        + ") <"
                                                        + address
                                                        + ">\n")
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        List.of(),
                        PreviousReleases.NONE)
                .report();
    }
}
