package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Answers requests with bytes that a test has written down, one connection after the other, and
 * remembers what was asked. What is not written down gets no answer, and the connection stays open.
 */
final class PlayedServer implements AutoCloseable {

    /** What came: the first line, the fields, how many bytes of a body. */
    record Asked(String line, List<String> fields, byte[] body) {
        String field(String name) {
            return fields.stream()
                    .filter(f -> f.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(f -> f.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket socket;
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    PlayedServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Bytes as they are. An empty text closes the connection without any. */
    synchronized PlayedServer play(String bytes) {
        answers.add(bytes.getBytes(UTF_8));
        return this;
    }

    PlayedServer play(int status, String type, String body, String... fields) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Played\r\n");
        head.append("Content-Type: ").append(type).append("\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return play(
                head
                        + "Content-Length: "
                        + body.getBytes(UTF_8).length
                        + "\r\nConnection: close\r\n\r\n"
                        + body);
    }

    PlayedServer json(int status, String body, String... fields) {
        return play(status, "application/json", body, fields);
    }

    PlayedServer problem(int status, String kind, String rest) {
        return play(
                status,
                "application/problem+json",
                "{\"type\":\"urn:contentpack:problem:"
                        + kind
                        + "\",\"status\":"
                        + status
                        + rest
                        + "}");
    }

    private synchronized byte[] next() {
        return answers.poll();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket from = socket.accept();
                open.add(from);
                asked.add(read(from.getInputStream()));
                byte[] answer = next();
                if (answer != null) {
                    from.getOutputStream().write(answer);
                    from.getOutputStream().flush();
                    boolean isWhole =
                            answer.length == 0
                                    || new String(answer, ISO_8859_1).contains("close\r\n\r\n")
                                    || !new String(answer, ISO_8859_1).contains("HTTP/");
                    if (isWhole) {
                        from.close();
                    }
                }
            } catch (IOException e) {
                // Whoever asked has gone, or the test is over.
            }
        }
    }

    private static Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.write(next);
        }
        List<String> lines = List.of(head.toString(ISO_8859_1).strip().split("\r\n"));
        Asked asked = new Asked(lines.get(0), lines.subList(1, lines.size()), new byte[0]);
        String length = asked.field("content-length");
        return new Asked(
                asked.line(),
                asked.fields(),
                length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : List.copyOf(open)) {
            each.close();
        }
    }
}
