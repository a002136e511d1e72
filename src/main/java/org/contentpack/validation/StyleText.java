package org.contentpack.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CSS as it stands in a drawing: what in it loads something, or could hide that it does.
 *
 * @see <a href="https://www.w3.org/TR/css-images-4/">CSS Images 4</a>: {@code image-set("…")} loads
 *     without {@code url()}
 */
final class StyleText {

    private static final Pattern URL =
            Pattern.compile("url\\(\\s*+[\"']?+\\s*+([^\"')]{0,300}+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSAFE =
            Pattern.compile(
                    "\\\\|@(?!media\\b)[A-Za-z-]*+"
                            + "|(?:image-set|image|src|element|cross-fade|paint|expression)\\s*+\\("
                            + "|behaviou?r\\s*+:|-moz-binding",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAGMENT = Pattern.compile("#[^\\s\"'()<>\\\\]++");

    private StyleText() {}

    /** What {@code url()} leads to, apart from places in the same file. */
    static List<String> referencesElsewhere(String css) {
        List<String> elsewhere = new ArrayList<>();
        for (Matcher url = URL.matcher(css); url.find(); ) {
            if (!isFragment(url.group(1).strip())) {
                elsewhere.add(url.group(1).strip());
            }
        }
        return elsewhere;
    }

    /** True for {@code #id}. */
    static boolean isFragment(String reference) {
        return FRAGMENT.matcher(reference).matches();
    }

    /** The first escape, at-rule or function that is not allowed. */
    static Optional<String> unsafePart(String css) {
        Matcher unsafe = UNSAFE.matcher(css);
        return unsafe.find() ? Optional.of(unsafe.group()) : Optional.empty();
    }
}
