package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.ARTICLE;
import static org.contentpack.manifest.Texts.MANIFEST;

import java.util.Arrays;
import java.util.Random;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file: reading ends with findings, or with values. */
class AnyTextTest {

    private static final String[] PIECES = {
        "---\n",
        "...\n",
        "\n",
        " ",
        "  ",
        "- ",
        ": ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "## ",
        "&a ",
        "*a ",
        "!!x ",
        "!",
        "|",
        ">",
        "> ",
        "'",
        "\"",
        "\\",
        "\\u12",
        "\\x",
        "%",
        "@",
        "`",
        "<<",
        "~",
        "a",
        "id: ",
        "tags: ",
        "1.0",
        "{#a}",
        "{not-for}",
        "cites=\"",
        "](",
        "![",
        "<b>",
        "\t",
        "\r",
        "\0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\uD83D\uDE00",
        "\uD800",
        "e\u0301",
        "\"\\UFFFFFFFF\"",
        "\"\\ud800\"",
        "%YAML 1.2\n",
        "%TAG ! !\n",
        "|2-\n",
        ">9\n"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void textsOfTheLanguagesOwnPieces(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "---\n" : "");
            for (int n = random.nextInt(40); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertTold(text.toString().getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void anyBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertTold(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void goodTextsWithWrongBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_500; i++) {
            byte[] bytes = (i % 2 == 0 ? MANIFEST : ARTICLE).getBytes(UTF_8);
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertTold(Arrays.copyOf(bytes, bytes.length - random.nextInt(2)));
        }
    }

    private static void assertTold(byte[] bytes) {
        assertReleaseOrError(Texts.readManifestAlone(bytes));
        assertReleaseOrError(Texts.readArticleAlone(bytes));
    }

    private static void assertReleaseOrError(PackReading reading) {
        assertThat(reading.findings()).allMatch(f -> !f.message().isEmpty());
        if (reading.findings().stream().map(Finding::severity).noneMatch(Severity.ERROR::equals)) {
            assertThat(new ReleaseAssembler().assemble(reading.document())).isNotNull();
        }
    }
}
