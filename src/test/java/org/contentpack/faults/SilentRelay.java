package org.contentpack.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes bytes on between clients and a server until it is told to fall silent: then it takes
 * connections and bytes and answers nothing, as a network does that loses everything. Connections
 * that were open in silence stay silent; those that come later are served again.
 */
public final class SilentRelay implements Closeable {

    private static final int BUFFER = 8 * 1024;

    private final ServerSocket listening;
    private final int upstream;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /**
     * @param upstream port of the server on this machine
     */
    public SilentRelay(int upstream) throws IOException {
        this.upstream = upstream;
        this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From now on nothing comes through. */
    public void fallSilent() {
        silent = true;
        links.forEach(link -> link.lost = true);
    }

    /** New connections come through again. */
    public void speak() {
        silent = false;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Link link = new Link(listening.accept(), new Socket(), silent);
                links.add(link);
                link.server.connect(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), upstream));
                start(() -> link.pass(link.client, link.server));
                start(() -> link.pass(link.server, link.client));
            } catch (IOException e) {
                // Closed, or a client that went away: the next one is waited for.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Link link : links) {
            link.close();
        }
    }

    /** One client and its connection to the server. */
    private static final class Link implements Closeable {

        private final Socket client;
        private final Socket server;
        private volatile boolean lost;

        Link(Socket client, Socket server, boolean lost) {
            this.client = client;
            this.server = server;
            this.lost = lost;
        }

        /** Until the connection ends; where it is lost, its end is not told either. */
        void pass(Socket from, Socket to) {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (!lost) {
                        out.write(buffer, 0, read);
                    }
                }
                if (!lost) {
                    close();
                }
            } catch (IOException e) {
                // One of both went away.
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
