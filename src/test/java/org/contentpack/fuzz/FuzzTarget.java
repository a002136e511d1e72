package org.contentpack.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/**
 * What the fuzzer calls. An input's first letter says what the rest stands for: a zip ({@code z}),
 * a manifest ({@code m}), an article ({@code a}), an article's body behind good front matter
 * ({@code b}) or a selector.
 */
public final class FuzzTarget {

    private FuzzTarget() {}

    /** Called once: loading what reads takes longer than reading. */
    public static void fuzzerInitialize() throws IOException {
        FuzzedPack.check("assets/none.txt", new byte[0]);
    }

    /** Called for every input; whatever it throws is a find. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0]) {
            case 'z' -> FuzzedPack.checkZip(rest);
            case 'm' -> FuzzedPack.check(FuzzedPack.MANIFEST, rest);
            case 'a' -> FuzzedPack.check(FuzzedPack.ARTICLE, rest);
            case 'b' -> FuzzedPack.check(FuzzedPack.ARTICLE, FuzzedPack.article(rest));
            default -> FuzzedSelector.check(new String(rest, UTF_8));
        }
    }
}
