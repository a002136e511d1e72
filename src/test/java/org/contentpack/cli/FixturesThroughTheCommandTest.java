package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.version.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every pack among the fixtures has the same findings through the command as through the engine
 * that a server uses, which {@code PackFixturesTest} holds to the same files.
 */
class FixturesThroughTheCommandTest {

    static Stream<Path> packs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/packs"))) {
            return folders
                    .filter(f -> Files.isDirectory(f.resolve("1.0.0")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<Path> versions(Path pack) throws IOException {
        try (Stream<Path> folders = Files.list(pack)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(f -> new Version(f.getFileName().toString())))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void findingsAreThoseOfTheEngine(Path pack) throws IOException {
        List<Path> versions = versions(pack);
        List<Object> call = new ArrayList<>(List.of("validate", "--format", "json"));
        if (versions.size() > 1) {
            call.addAll(List.of("--against", versions.get(0)));
        }
        call.add(versions.get(versions.size() - 1));
        Called called = Called.run(call.toArray());

        List<String> found = new ArrayList<>();
        boolean hasErrors = false;
        for (JsonNode finding :
                new JsonMapper().readTree(called.out()).path("packs").path(0).path("findings")) {
            if (finding.path("code").asText().equals("QLT-009")) {
                // What is due on the day of the call: a server does not tell it.
                continue;
            }
            hasErrors |= finding.path("severity").asText().equals("error");
            String place =
                    finding.path("file").asText("")
                            + (finding.has("line")
                                    ? ":" + finding.path("line") + ":" + finding.path("column")
                                    : "");
            found.add((finding.path("code").asText() + " " + place).strip());
        }
        assertThat(called.err()).isEmpty();
        assertThat(found).isEqualTo(Files.readAllLines(pack.resolve("expected.txt"), UTF_8));
        assertThat(called.exit()).isEqualTo(hasErrors ? 1 : 0);
    }
}
