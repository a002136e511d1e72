package org.contentpack.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.e2e.ApiDescription.Match;
import org.contentpack.e2e.ApiDescription.Operation;
import org.contentpack.e2e.Prism.Violation;
import org.contentpack.e2e.Server.Answer;

/**
 * What the description of the API says, held against every exchange of the end-to-end tests where
 * {@code contentpack.contract} names a folder. The tests go on whatever is found; it is written
 * there, and {@link ContractBrowser} reads it.
 *
 * <p>An answer must always keep the description. A request must where it was taken: the tests send
 * wrong ones on purpose. A body where none is taken says nothing, since nobody reads it. Not looked
 * at are HEAD and OPTIONS, which OpenAPI would have written down once more for every address, and
 * what the container answers before any code of ours. Safe for use by many threads.
 */
final class Contract {

    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("contentpack.contract")).map(Path::of);

    /** The file with a line for each exchange, for each page, and for all that is wrong. */
    static final String EXCHANGES = "exchanges.txt";

    /** The folder with all pages that were seen. */
    static final String PAGES = "pages";

    private static final Set<String> UNDESCRIBED = Set.of("HEAD", "OPTIONS");

    private static final int OTHER_SPELLING = 308;

    private static Optional<Contract> contract = Optional.empty();

    private final Path folder;
    private final Prism prism;
    private final ApiDescription api;

    /** A request as a test sent it; {@code body} is empty where only the client knows it. */
    record Request(String method, String target, List<String> headers, Optional<byte[]> body) {}

    private Contract(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder.resolve(PAGES));
        this.prism = new Prism(System.getProperty("contentpack.url") + "/openapi", folder);
        this.api = ApiDescription.served();
        Runtime.getRuntime().addShutdownHook(new Thread(prism::close));
    }

    /** Looks at an exchange, where that is wanted. */
    static void look(Request request, Answer answer) {
        if (FOLDER.isEmpty()) {
            return;
        }
        try {
            opened(FOLDER.get()).judge(request, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static synchronized Contract opened(Path folder)
            throws IOException, InterruptedException {
        if (contract.isEmpty()) {
            contract = Optional.of(new Contract(folder));
        }
        return contract.get();
    }

    private void judge(Request request, Answer answer) throws IOException, InterruptedException {
        boolean isOurs = answer.header("X-Request-Id").isPresent();
        String path = request.target().replaceAll("[?#].*", "");
        if (isOurs) {
            keepPage(path, answer);
        }
        boolean isOfApi = path.startsWith("/api/") || path.equals("/metrics");
        if (!isOurs || !isOfApi || UNDESCRIBED.contains(request.method())) {
            return;
        }
        Optional<Match> match = api.find(request.method(), path);
        if (match.isEmpty()) {
            if (answer.status() < 400 && answer.status() != OTHER_SPELLING) {
                note("nothing", request, answer, List.of("the description has no such address"));
            }
            return;
        }
        Operation operation = match.get().operation();
        List<String> wrong = new ArrayList<>(api.unsaid(operation, answer));
        boolean isTaken = isTaken(answer) && request.body().isPresent();
        String query = request.target().substring(path.length());
        byte[] body = isTaken && operation.takesBody() ? readable(request) : new byte[0];
        for (Violation violation :
                prism.judge(
                        request.method(),
                        match.get().path() + (isTaken ? query : ""),
                        isTaken
                                ? api.described(operation, request.headers(), body.length > 0)
                                : List.of(),
                        body,
                        answer)) {
            if (counts(violation, isTaken, answer)) {
                wrong.add(violation.text());
            }
        }
        note(operation.id(), request, answer, wrong);
    }

    /** A redirect may come before anything but the address was looked at. */
    private static boolean isTaken(Answer answer) {
        return answer.status() < 300 || answer.status() == 304;
    }

    /**
     * What Prism can know. It takes {@code application/ld+json} for {@code application/json}, so it
     * does not know by which shape to judge the former; tests of these formats do.
     */
    private static boolean counts(Violation violation, boolean isTaken, Answer answer) {
        if (violation.isOfRequest()) {
            return isTaken;
        }
        String kind = answer.header("Content-Type").orElse("");
        return !violation.isOfBody()
                || !kind.contains("+json")
                || kind.startsWith("application/problem+json");
    }

    /** Prism reads every body as text; of those that are none, only that they are there counts. */
    private static byte[] readable(Request request) {
        byte[] body = request.body().orElseThrow();
        List<String> headers = request.headers();
        boolean isJson = false;
        for (int i = 0; i < headers.size(); i += 2) {
            isJson |=
                    headers.get(i).equalsIgnoreCase("Content-Type")
                            && headers.get(i + 1).startsWith("application/json");
        }
        return body.length == 0 || isJson ? body : new byte[] {'-'};
    }

    /** Every page that was seen is kept for the checker of HTML, once. */
    private void keepPage(String path, Answer answer) throws IOException {
        if (answer.bytes().length > 0
                && answer.header("Content-Type").orElse("").startsWith("text/html")
                && answer.header("Content-Encoding").isEmpty()) {
            String name = Integer.toUnsignedString(answer.body().hashCode(), 36) + ".html";
            Files.write(folder.resolve(PAGES).resolve(name), answer.bytes());
            write("page " + answer.status() + " " + path + "\n");
        }
    }

    /** One line for an exchange, and one for each thing that is wrong with it. */
    private void note(String operation, Request request, Answer answer, List<String> wrong)
            throws IOException {
        StringBuilder lines = new StringBuilder("seen " + operation + " " + answer.status() + "\n");
        for (String each : wrong) {
            lines.append("wrong ")
                    .append(operation)
                    .append(' ')
                    .append(answer.status())
                    .append(": ")
                    .append(each.replaceAll("\\s+", " "))
                    .append(" (")
                    .append(request.method())
                    .append(' ')
                    .append(request.target())
                    .append(")\n");
        }
        write(lines.toString());
    }

    private synchronized void write(String lines) throws IOException {
        Files.writeString(
                folder.resolve(EXCHANGES),
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
