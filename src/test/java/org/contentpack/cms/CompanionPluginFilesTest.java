package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The companion plugin's files agree with each other; no PHP is needed to see it. */
class CompanionPluginFilesTest {

    private static final Path PLUGIN = Path.of("src/main/wordpress/contentpack");

    /** Texts in single quotes behind a function that translates, up to the name of our texts. */
    private static final Pattern TRANSLATED =
            Pattern.compile(
                    "(?:\\b__|_n|esc_html__|esc_html_e)\\( '((?:[^'\\\\]|\\\\.)*)'(?:, '((?:[^'\\\\]|\\\\.)*)', [^,]+)?, 'contentpack' \\)");

    /** Any call of a function that translates, however it is written. */
    private static final Pattern CALL =
            Pattern.compile("(?:\\b__|_n|esc_html__|esc_html_e|_e|_x|esc_attr__|esc_attr_e)\\(");

    private static final Pattern LISTED = Pattern.compile("(?m)^msgid(?:_plural)? \"(.+)\"$");

    @Test
    void everyTextThatIsShownCanBeTranslated() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            List<MatchResult> found = TRANSLATED.matcher(text).results().toList();
            assertThat(CALL.matcher(text).results().count())
                    .as(file.toString())
                    .isEqualTo(found.size());
            for (MatchResult match : found) {
                used.add(match.group(1));
                if (match.group(2) != null) {
                    used.add(match.group(2));
                }
            }
        }
        Set<String> listed =
                LISTED.matcher(Files.readString(PLUGIN.resolve("languages/contentpack.pot")))
                        .results()
                        .map(match -> match.group(1).replace("\\\"", "\""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(used);
    }

    @Test
    void noFileDoesAnythingWhenItIsOpenedByItself() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .containsPattern(
                            "defined\\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \\) \\|\\| exit;");
        }
    }

    @Test
    void theVersionIsTheSameInBothPlaces() throws IOException {
        assertThat(Files.readString(PLUGIN.resolve("contentpack.php")))
                .containsPattern(" \\* Version: +1\\.0\\.0\\n")
                .contains("const VERSION     = '1.0.0';");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PLUGIN)) {
            return files.filter(file -> file.toString().endsWith(".php")).sorted().toList();
        }
    }
}
