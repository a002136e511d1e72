package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.e2e.ApiDescription.Operation;
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
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> answered =
                lines("seen").stream()
                        .filter(line -> line.matches("\\S+ 2\\d\\d"))
                        .map(line -> line.replaceAll(" .*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(answered).isEqualTo(described);
    }
}
