package org.contentpack.export.wordpress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.contentpack.pack.Digest;

/**
 * Remembers the canonical form of texts that were asked for lately: a plan of a thousand articles
 * reads the same texts as the one before it, and taking them apart is most of its work. By digest,
 * so that a text which is canonical already, as nearly all in a site are, costs no second copy.
 *
 * <p>Holds at most {@value #CHARACTERS} characters. Safe for use by several threads.
 */
final class CanonicalTexts {

    private static final long CHARACTERS = 8_000_000;

    /** What an entry costs beside its text. */
    private static final int ENTRY = 200;

    private final UnaryOperator<String> canonical;

    /** Empty where the text is its own canonical form. */
    private final Cache<Digest, Optional<String>> known =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .<Digest, Optional<String>>weigher(
                            (digest, text) -> ENTRY + text.map(String::length).orElse(0))
                    .build();

    /**
     * A memory of what a function makes of texts.
     *
     * @param canonical must give equal results for equal texts
     */
    CanonicalTexts(UnaryOperator<String> canonical) {
        this.canonical = canonical;
    }

    String of(String text) {
        return known.get(
                        Digest.of(text),
                        digest -> Optional.of(canonical.apply(text)).filter(c -> !c.equals(text)))
                .orElse(text);
    }
}
