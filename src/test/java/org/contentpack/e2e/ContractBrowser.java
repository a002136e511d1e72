package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.e2e.ApiDescription.Operation;
import org.contentpack.e2e.Prism.Violation;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/**
 * The description of the API, as the server gives it out: two linters have nothing to say about it,
 * and no exchange of the end-to-end tests, all of which have run before this class, was otherwise.
 */
class ContractBrowser {

    private static final String DESCRIPTION = System.getProperty("contentpack.url") + "/openapi";

    private static final Path FOLDER = Path.of(System.getProperty("contentpack.contract"));

    /** Far below what the tests send; less means that they did not run. */
    private static final int LEAST_EXCHANGES = 500;

    /** A run of the tests' small pack has ended before anybody could ask for its end. */
    private static final String TOO_QUICK = "cancelRun";

    private static List<String> lines(String kind) throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve(Contract.EXCHANGES))) {
            return lines.filter(line -> line.startsWith(kind + " "))
                    .map(line -> line.substring(kind.length() + 1))
                    .toList();
        }
    }

    @Test
    void spectralHasNothingToSay() throws Exception {
        assertThat(
                        NodeTools.run(
                                        "@stoplight/spectral-cli/dist/index.js",
                                        "lint",
                                        DESCRIPTION,
                                        "--ruleset",
                                        NodeTools.settings("spectral.yaml").toString(),
                                        "--fail-severity",
                                        "hint",
                                        "--format",
                                        "json")
                                .strip())
                .startsWith("[]");
    }

    @Test
    void redoclyHasNothingToSay() throws Exception {
        String said =
                NodeTools.run(
                        "@redocly/cli/bin/cli.js",
                        "lint",
                        DESCRIPTION,
                        "--config",
                        NodeTools.settings("redocly.yaml").toString(),
                        "--format",
                        "json");

        assertThat(new ObjectMapper().readTree(said).get("problems")).as(said).isEmpty();
    }

    /** That the silence of the proxy means something. */
    @Test
    void anAnswerThatIsOtherwiseIsFound() throws Exception {
        Answer right = Server.unjudged("GET", "/api/packs");
        TreeMap<String, List<String>> fields = new TreeMap<>(right.headers());
        fields.remove("x-request-id");
        Answer wrong = new Answer(200, fields, "{\"items\": 1}".getBytes(UTF_8));

        try (Prism prism = new Prism(DESCRIPTION, FOLDER)) {
            assertThat(prism.judge("GET", "/api/packs?limit=5", List.of(), new byte[0], right))
                    .isEqualTo(List.of());
            assertThat(prism.judge("GET", "/api/packs?limit=x", List.of(), new byte[0], wrong))
                    .containsExactlyInAnyOrder(
                            new Violation(
                                    true,
                                    false,
                                    "[\"request\",\"query\",\"limit\"] Request query parameter"
                                            + " limit must be integer"),
                            new Violation(
                                    false,
                                    true,
                                    "[\"response\",\"body\",\"items\"] Response body property items"
                                            + " must be array"),
                            new Violation(
                                    false,
                                    false,
                                    "[\"response\",\"header\"] Response header must have required"
                                            + " property 'x-request-id'"));
        }
    }

    @Test
    void noExchangeOfTheTestsIsOtherwise() throws IOException {
        assertThat(lines("seen")).hasSizeGreaterThan(LEAST_EXCHANGES);
        assertThat(lines("wrong")).isEqualTo(List.of());
    }

    @Test
    void theTestsHaveAskedForEverythingThatIsDescribed() throws IOException {
        Set<String> described =
                ApiDescription.served().operations().stream()
                        .map(Operation::id)
                        .filter(id -> !id.equals(TOO_QUICK))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> answered =
                lines("seen").stream()
                        .filter(line -> line.matches("\\S+ 2\\d\\d"))
                        .map(line -> line.replaceAll(" .*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(answered).isEqualTo(described);
    }
}
