package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/maven.md to the example project that the build makes a jar of. */
class MavenPageTest {

    private static final Path EXAMPLE = Path.of("src/it/pack-in-a-jar/pom.xml");

    private static final Pattern XML = Pattern.compile("```xml\\n((?s:.*?))```");

    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<");

    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>content-pack</artifactId>\\s*<version>([^<]+)<");

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void thePageShowsTheProjectFileThatIsBuilt() throws IOException {
        assertThat(group(XML, Files.readString(Path.of("docs/maven.md"))))
                .isEqualTo(Files.readString(EXAMPLE));
    }

    @Test
    void thePageNamesTheVersionOfThisSoftware() throws IOException {
        assertThat(group(PROJECT, Files.readString(Path.of("docs/maven.md"))))
                .isEqualTo(group(PROJECT, Files.readString(Path.of("pom.xml"))));
    }

    /** All but the one that makes jars, which nothing else here needs. */
    @Test
    void itsPluginsAreThoseOfThisBuild() throws IOException {
        String main = Files.readString(Path.of("pom.xml"));
        Map<String, String> plugins = new TreeMap<>();
        Matcher plugin = PLUGIN.matcher(Files.readString(EXAMPLE));
        while (plugin.find()) {
            plugins.put(plugin.group(1), plugin.group(2));
        }

        assertThat(plugins.remove("maven-jar-plugin")).isNotNull();
        assertThat(plugins)
                .hasSize(3)
                .allSatisfy(
                        (name, version) ->
                                assertThat(main)
                                        .containsPattern(
                                                "<"
                                                        + name.replace(
                                                                "maven-surefire-plugin",
                                                                "maven-surefire")
                                                        + "\\.version>"
                                                        + Pattern.quote(version)
                                                        + "<"));
    }
}
