package org.contentpack.compare;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what is opened in a text is closed in it, in the right order: HTML elements, and comments
 * in pairs such as {@code <!-- wp:list -->} and {@code <!-- /wp:list -->}, whose names have a
 * colon. It is a check of nesting, not of HTML.
 */
final class Nesting {

    /** Elements that have no closing tag (HTML, "void elements"). */
    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "source", "track", "wbr");

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][^\\s/>]*)");

    private static final Pattern PAIRED_COMMENT =
            Pattern.compile("<!--\\s*+(/?)([a-z][a-z0-9-]*+:[a-z0-9/_-]*[a-z0-9_-])(?=\\s)");

    private final Deque<String> open = new ArrayDeque<>();

    private Nesting() {}

    static boolean isBalanced(Tokens text) {
        Nesting nesting = new Nesting();
        for (Token token : text.range(0, text.size())) {
            if (token.kind() == Token.Kind.MARK && !nesting.read(token.text())) {
                return false;
            }
        }
        return nesting.open.isEmpty();
    }

    /** False where something is closed that is not the last one opened. */
    private boolean read(String mark) {
        boolean comment = mark.startsWith("<!--");
        Matcher found = (comment ? PAIRED_COMMENT : TAG).matcher(mark);
        if (!found.lookingAt()) {
            return true;
        }
        String name = found.group(2).toLowerCase(Locale.ROOT);
        if (!found.group(1).isEmpty()) {
            return Optional.ofNullable(open.poll()).equals(Optional.of(name));
        }
        boolean closesItself = mark.endsWith(comment ? "/-->" : "/>") || VOID.contains(name);
        if (!closesItself) {
            open.push(name);
        }
        return true;
    }
}
