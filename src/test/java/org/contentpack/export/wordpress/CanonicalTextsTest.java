package org.contentpack.export.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalTextsTest {

    private final List<String> made = new ArrayList<>();
    private final CanonicalTexts texts =
            new CanonicalTexts(
                    text -> {
                        made.add(text);
                        return text.strip();
                    });

    @Test
    void makesAFormOnceForEqualTexts() {
        assertThat(List.of(texts.of(" a"), texts.of("b"), texts.of(" a"), texts.of("b")))
                .containsExactly("a", "b", "a", "b");
        assertThat(made).containsExactly(" a", "b");
    }

    @Test
    void keepsNoSecondCopyOfWhatIsCanonicalAlready() {
        String text = new String("already so");
        texts.of(new String("already so"));

        assertThat(texts.of(text)).isSameAs(text);
    }

    @Test
    void givesTheFormOfATextThatIsLargerThanItsMemory() {
        String large = " " + "x".repeat(9_000_000);

        assertThat(texts.of(large)).isEqualTo(large.strip());
    }
}
