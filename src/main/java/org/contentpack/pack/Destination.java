package org.contentpack.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link or an image leads, read as strictly as no browser reads it: what two readers could
 * take for different things leads nowhere.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard, parsing: it strips tabs and
 *     line breaks and takes a backslash for a slash</a>
 */
public sealed interface Destination {

    /**
     * An address with a scheme.
     *
     * @param scheme in lower case
     */
    record Address(String scheme) implements Destination {}

    /**
     * A place in the same pack.
     *
     * @param path from the pack's root; empty where the link stays in its own file
     */
    record Inside(Optional<String> path, Optional<String> fragment) implements Destination {}

    /** Neither of both: no scheme, and not a path that stays in the pack. */
    record Astray() implements Destination {}

    /** Longest destination in characters: what browsers and servers agree on. */
    int MAX_LENGTH = 2_000;

    /** What the text of a link in the given file leads to; never fails. */
    static Destination of(String text, FilePath file) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || Form.UNSAFE.matcher(text).find()) {
            return new Astray();
        }
        Matcher scheme = Form.SCHEME.matcher(text);
        if (scheme.lookingAt()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            boolean isWeb = name.equals("http") || name.equals("https");
            return isWeb && !Form.HOST.matcher(text.substring(scheme.end())).lookingAt()
                    ? new Astray()
                    : new Address(name);
        }
        int hash = text.indexOf('#');
        Optional<String> fragment =
                hash < 0 ? Optional.empty() : Optional.of(text.substring(hash + 1));
        String path = hash < 0 ? text : text.substring(0, hash);
        if (path.isEmpty()) {
            return new Inside(Optional.empty(), fragment);
        }
        return resolve(path, file)
                .<Destination>map(p -> new Inside(Optional.of(p), fragment))
                .orElse(new Astray());
    }

    private static Optional<String> resolve(String path, FilePath file) {
        if (path.startsWith("/") || path.indexOf('?') >= 0) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        String folder = file.value().substring(0, file.value().length() - file.name().length());
        for (String segment : (folder + path).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The patterns; an interface cannot hide constants of its own. */
    final class Form {
        private static final Pattern UNSAFE =
                Pattern.compile("[\\p{Cntrl}\\p{Cf}\\\\\\u2028\\u2029]|^\\s|\\s$");
        private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*+):");
        private static final Pattern HOST = Pattern.compile("//[\\p{L}\\p{N}\\[]");

        private Form() {}
    }
}
