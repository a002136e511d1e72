package org.contentpack.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One connection to the server, written and read byte by byte. */
final class RawConnection implements Closeable {

    private static final URI BASE = URI.create(System.getProperty("contentpack.url"));
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");
    private static final Pattern LENGTH = Pattern.compile("(?mi)^content-length: ([0-9]+)");

    private final Socket socket;

    RawConnection() throws IOException {
        socket = new Socket(BASE.getHost(), BASE.getPort());
        socket.setSoTimeout(40_000);
    }

    /** Sends a text; a server that has hung up already is no fault of the test. */
    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // It is told by what can be read.
        }
    }

    /** The head of a request that publishes, up to the end of its fields. */
    static String publish(String token, String... fields) {
        return "POST /api/packs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Type: application/zip\r\n"
                + String.join("", List.of(fields).stream().map(f -> f + "\r\n").toList())
                + "\r\n";
    }

    /** One answer as text, head and body. */
    String answer() throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        MatchResult length = LENGTH.matcher(text).results().findFirst().orElse(null);
        int bytes = length == null ? 0 : Integer.parseInt(length.group(1));
        return text + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** The statuses of all answers until the server closes the connection. */
    List<Integer> statuses() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            text.append(
                    new String(
                            socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (java.net.SocketException e) {
            // Closed hard: what came before is lost to us.
            text.append(e.getMessage().toLowerCase(Locale.ROOT));
        }
        return STATUS.matcher(text).results().map(r -> Integer.valueOf(r.group(1))).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
