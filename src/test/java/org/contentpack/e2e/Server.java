package org.contentpack.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;
import java.util.TreeMap;

/** The packaged application as a client sees it, over HTTP alone. */
final class Server {

    private static final URI BASE = URI.create(System.getProperty("contentpack.url"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** The token that may do everything. */
    static final String TOKEN = System.getProperty("contentpack.token");

    static final String PACK = "/api/packs/leg-cramps-at-night";
    static final String ARTICLE = "/articles/what-causes-leg-cramps-at-night";

    private Server() {}

    /** An answer. Header names are in lower case. */
    record Answer(int status, TreeMap<String, List<String>> headers, byte[] bytes) {

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                    .map(values -> String.join(", ", values));
        }

        /** Status and media type: {@code 404 application/problem+json}. */
        String kind() {
            return status + " " + header("Content-Type").orElse("-");
        }
    }

    /** Sends a request as it is; {@code headers} are names and values in turn. */
    static Answer send(String method, String target, String... headers) {
        Answer answer = unjudged(method, target, headers);
        look(method, target, Optional.of(new byte[0]), headers, answer);
        return answer;
    }

    /** The same, where the contract is not looked at. */
    static Answer unjudged(String method, String target, String... headers) {
        return exchange(method, target, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** The same with a body. */
    static Answer unjudged(
            String method, String target, HttpRequest.BodyPublisher body, String... headers) {
        return exchange(method, target, body, headers);
    }

    /** Sends a body with the token that may do everything. */
    static Answer write(
            String method, String target, String mediaType, byte[] body, String... headers) {
        List<String> all =
                new ArrayList<>(
                        List.of("Authorization", "Bearer " + TOKEN, "Content-Type", mediaType));
        all.addAll(List.of(headers));
        String[] sent = all.toArray(String[]::new);
        Answer answer =
                exchange(method, target, HttpRequest.BodyPublishers.ofByteArray(body), sent);
        look(method, target, Optional.of(body), sent, answer);
        return answer;
    }

    static Answer send(
            String method, String target, HttpRequest.BodyPublisher body, String... headers) {
        Answer answer = exchange(method, target, body, headers);
        look(method, target, Optional.empty(), headers, answer);
        return answer;
    }

    private static void look(
            String method, String target, Optional<byte[]> body, String[] headers, Answer answer) {
        Contract.look(new Contract.Request(method, target, List.of(headers), body), answer);
    }

    private static Answer exchange(
            String method, String target, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(BASE + target)).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), fields(response), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TreeMap<String, List<String>> fields(HttpResponse<?> response) {
        TreeMap<String, List<String>> fields = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values));
        return fields;
    }

    static Answer get(String target, String... headers) {
        return send("GET", target, headers);
    }

    /**
     * The first events of a stream, which is closed then; each without the empty line behind it.
     */
    static List<String> events(String target, int count, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(BASE + target))
                        .header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            List<String> found = events(response.body(), count);
            look(
                    "GET",
                    target,
                    Optional.of(new byte[0]),
                    headers,
                    new Answer(
                            response.statusCode(),
                            fields(response),
                            String.join("\n\n", found).getBytes(StandardCharsets.UTF_8)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> events(InputStream body, int count) throws IOException {
        try (InputStream in = body;
                Scanner events = new Scanner(in, StandardCharsets.UTF_8).useDelimiter("\n\n")) {
            List<String> found = new ArrayList<>();
            while (found.size() < count) {
                String event = events.next();
                if (event.startsWith("id: ")) {
                    found.add(event);
                }
            }
            return found;
        }
    }

    /** Sends a target that the JDK's client would refuse or mend, byte for byte. */
    static Answer raw(String method, String target, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        boolean hasHost = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
            hasHost |= headers[i].equalsIgnoreCase("Host");
        }
        if (!hasHost) {
            request.append("Host: ").append(BASE.getAuthority()).append("\r\n");
        }
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket(BASE.getHost(), BASE.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            Answer answer = read(method, socket.getInputStream());
            if (isUri(target) && answer.header("Content-Length").isPresent()) {
                look(method, target, Optional.of(new byte[0]), headers, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUri(String target) {
        try {
            return new URI(BASE + target).getAuthority().equals(BASE.getAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The first final answer; its length is believed, since a server may keep the connection. */
    private static Answer read(String method, InputStream in) throws IOException {
        String head = head(in);
        while (head.startsWith("HTTP/1.1 1")) {
            head = head(in);
        }
        String[] lines = head.split("\r\n");
        TreeMap<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    List.of(lines[i].substring(colon + 1).strip()),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
        }
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        byte[] body =
                method.equals("HEAD") || status == 304
                        ? new byte[0]
                        : headers.containsKey("content-length")
                                ? in.readNBytes(
                                        Integer.parseInt(headers.get("content-length").get(0)))
                                : in.readAllBytes();
        return new Answer(status, headers, body);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server closed the connection after: " + head);
            }
            head.append((char) next);
        }
        return head.substring(0, head.length() - 4);
    }
}
