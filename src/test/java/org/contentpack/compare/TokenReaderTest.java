package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.compare.Token.Kind.MARK;
import static org.contentpack.compare.Token.Kind.SIGN;
import static org.contentpack.compare.Token.Kind.SPACE;
import static org.contentpack.compare.Token.Kind.WORD;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token is. */
class TokenReaderTest {

    @Test
    void wordsSpacesSignsAndMarks() {
        assertThat(
                        TokenReader.read(
                                "<!-- wp:p {\"a\":\"x>y\"} -->\n<p title='1 > 0'>Don&amp;t, 10 mg"))
                .containsExactly(
                        new Token(MARK, "<!-- wp:p {\"a\":\"x>y\"} -->"),
                        new Token(SPACE, "\n"),
                        new Token(MARK, "<p title='1 > 0'>"),
                        new Token(WORD, "Don"),
                        new Token(SIGN, "&amp;"),
                        new Token(WORD, "t"),
                        new Token(SIGN, ","),
                        new Token(SPACE, " "),
                        new Token(WORD, "10"),
                        new Token(SPACE, " "),
                        new Token(WORD, "mg"));
    }

    @Test
    void marksOverLettersBelongToTheWord() {
        assertThat(TokenReader.read("e\u0301te\u0301\u00a0calam\u200dbre 𝒳"))
                .containsExactly(
                        new Token(WORD, "e\u0301te\u0301"),
                        new Token(SPACE, "\u00a0"),
                        new Token(WORD, "calam\u200dbre"),
                        new Token(SPACE, " "),
                        new Token(WORD, "𝒳"));
    }

    @Test
    void anIdeographIsAWord() {
        assertThat(TokenReader.read("水分a"))
                .containsExactly(new Token(WORD, "水"), new Token(WORD, "分"), new Token(WORD, "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<", "<5 mg", "a < b", "<!-- open", "<p open", "<p title='", "</", "<a<b>"})
    void whatOnlyLooksLikeAMarkBeginsWithASign(String text) {
        assertThat(TokenReader.read(text)).contains(new Token(SIGN, "<"));
        assertThat(joined(TokenReader.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "&;",
                "&amp",
                "& amp;",
                "&a-b;",
                "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;"
            })
    void whatOnlyLooksLikeAReferenceBeginsWithASign(String text) {
        assertThat(TokenReader.read(text).get(0)).isEqualTo(new Token(SIGN, "&"));
        assertThat(joined(TokenReader.read(text))).isEqualTo(text);
    }

    @Test
    void theTokensJoinedAreTheText() {
        for (long seed = 11_000_000; seed < 11_002_000; seed++) {
            StringBuilder text = new StringBuilder();
            Random random = new Random(seed);
            for (int i = random.nextInt(40); i > 0; i--) {
                String parts = "<>!-/&;'\"a1 \n水\u0301\ud83d\ude00";
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            assertThat(joined(TokenReader.read(text.toString())))
                    .as("seed %d", seed)
                    .isEqualTo(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!--", "<a '", "<a \"<b '", "<", "&a", "<!-- -", "a\u0301", "<a b='c' "})
    void repeatedBeginningsTakeShortTime(String beginning) {
        String text = beginning.repeat(400_000 / beginning.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(joined(TokenReader.read(text))).isEqualTo(text));
    }

    private static String joined(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
