package org.contentpack.export.wordpress;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in square brackets, which WordPress would run as commands of a plugin or of its own: {@code
 * [gallery]}. A bracket of our texts is written as {@value #BRACKET}, so that readers see it. In
 * canonical texts ({@link BlockText}) it is a bracket: the block editor writes it so when it saves,
 * and a post from before it was written otherwise is not an edited one.
 *
 * @see <a href="https://developer.wordpress.org/reference/functions/do_shortcode/">do_shortcode</a>
 */
public final class Shortcodes {

    private static final String BRACKET = "&#91;";

    /** What WordPress may take for the name of a command. */
    private static final String NAME = "([^<>&/\\[\\]\\x00-\\x20=]+)";

    private static final Pattern LIVE = Pattern.compile("\\[" + NAME);

    private static final Pattern WRITTEN = Pattern.compile(BRACKET + NAME);

    /** Comments, which have the attributes of blocks as JSON; addresses; then brackets. */
    private static final Pattern PART =
            Pattern.compile(
                    "(<!--.*?-->)|(<[A-Za-z/](?:[^>\"]|\"[^\"]*\")*>)|\\[" + NAME, Pattern.DOTALL);

    private static final Pattern IN_TAG =
            Pattern.compile("(\\s(?:href|src)=\"[^\"]*\")|\\[" + NAME);

    private Shortcodes() {}

    /** What stands behind brackets in a text, in canonical form or not. */
    public static Set<String> names(String text) {
        Set<String> names = written(text);
        Matcher live = LIVE.matcher(text);
        while (live.find()) {
            names.add(live.group(1));
        }
        return names;
    }

    /** What stands behind brackets that WordPress does not run. */
    public static Set<String> written(String text) {
        Set<String> names = new TreeSet<>();
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            names.add(written.group(1));
        }
        return names;
    }

    /** A text in which WordPress runs none of these. */
    public static String shown(String text, Predicate<String> which) {
        return text.indexOf('[') < 0
                ? text
                : PART.matcher(text)
                        .replaceAll(part -> Matcher.quoteReplacement(shownPart(part, which)));
    }

    private static String shownPart(MatchResult part, Predicate<String> which) {
        if (part.group(1) != null) {
            return part.group();
        }
        if (part.group(2) != null) {
            return IN_TAG.matcher(part.group())
                    .replaceAll(
                            inside ->
                                    Matcher.quoteReplacement(
                                            inside.group(1) != null
                                                    ? inside.group()
                                                    : bracket(inside, 2, which)));
        }
        return bracket(part, 3, which);
    }

    private static String bracket(MatchResult found, int name, Predicate<String> which) {
        return which.test(found.group(name)) ? BRACKET + found.group(name) : found.group();
    }
}
