package org.contentpack.bench;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sends ready answers from memory and does nothing else: what the container can do at most. An
 * answer {@code name} is made of two files, {@code name.head} (the status, then header fields, one
 * a line) and {@code name.body}.
 */
public final class BareServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The setting that names the folder of the answers. */
    static final String FOLDER = "contentpack.bench.bare";

    private transient Map<String, Ready> answers = Map.of();

    @SuppressWarnings("ArrayRecordComponent") // Never compared and never changed.
    private record Ready(int status, List<String[]> fields, byte[] body) {

        static Ready read(Path head) throws IOException {
            List<String> lines = Files.readAllLines(head);
            return new Ready(
                    Integer.parseInt(lines.get(0)),
                    lines.subList(1, lines.size()).stream()
                            .map(line -> line.split(": ", 2))
                            .toList(),
                    Files.readAllBytes(
                            head.resolveSibling(
                                    head.getFileName().toString().replace(".head", ".body"))));
        }
    }

    @Override
    public void init() throws ServletException {
        Map<String, Ready> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty(FOLDER)))) {
            for (Path head : files.filter(f -> f.toString().endsWith(".head")).toList()) {
                read.put(
                        "/" + head.getFileName().toString().replace(".head", ""), Ready.read(head));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = read;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Ready ready = answers.get(request.getPathInfo());
        if (ready == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(ready.status());
        for (String[] field : ready.fields()) {
            response.addHeader(field[0], field[1]);
        }
        if (ready.body().length > 0) {
            response.getOutputStream().write(ready.body());
        }
    }
}
