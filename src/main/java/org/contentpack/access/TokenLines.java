package org.contentpack.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;

/**
 * Named tokens as text, one a line: {@code name sha256:… scopes packs [until]}, such as {@code
 * editorial sha256:9f86… publish,review leg-,sleep- 2027-06-30}. Scopes and beginnings of pack ids
 * are joined by commas; {@code *} stands for all packs; {@code until} is the first day (UTC) on
 * which the token is no longer accepted. Lines that are empty or begin with {@code #} say nothing.
 */
final class TokenLines {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private TokenLines() {}

    /** A text that is not as it must be; the message names the line and never holds a digest. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(int line, String message) {
            super("line " + line + ": " + message);
        }
    }

    static List<Token> parse(List<String> lines) throws Malformed {
        List<Token> tokens = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<Digest> digests = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Token token = token(i + 1, line.split("[ \\t]+"));
            if (!names.add(token.caller().name())) {
                throw new Malformed(i + 1, "the name is there twice: " + token.caller().name());
            }
            if (!digests.add(token.digest())) {
                throw new Malformed(i + 1, "the same token is there twice");
            }
            tokens.add(token);
        }
        return tokens;
    }

    private static Token token(int line, String[] fields) throws Malformed {
        if (fields.length < 4 || fields.length > 5) {
            throw new Malformed(line, "it must be \"name sha256:… scopes packs [until]\"");
        }
        if (!NAME.matcher(fields[0]).matches()) {
            throw new Malformed(line, "a name must match " + NAME);
        }
        Digest digest =
                Digest.parse(fields[1])
                        .orElseThrow(
                                () ->
                                        new Malformed(
                                                line,
                                                "the second field must be \"sha256:\" and 64"
                                                        + " lower-case hex digits"));
        Optional<Instant> until =
                fields.length == 5 ? Optional.of(until(line, fields[4])) : Optional.empty();
        return new Token(
                new Caller(fields[0], scopes(line, fields[2]), prefixes(line, fields[3])),
                digest,
                until);
    }

    private static Set<Scope> scopes(int line, String text) throws Malformed {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : text.split(",", -1)) {
            scopes.add(
                    Scope.parse(word)
                            .orElseThrow(
                                    () ->
                                            new Malformed(
                                                    line,
                                                    "\""
                                                            + word
                                                            + "\" is no scope; there are publish,"
                                                            + " withdraw, review, sync, audit")));
        }
        return scopes;
    }

    private static List<String> prefixes(int line, String text) throws Malformed {
        if (text.equals("*")) {
            return List.of("");
        }
        List<String> prefixes = Arrays.asList(text.split(",", -1));
        for (String prefix : prefixes) {
            if (!PREFIX.matcher(prefix).matches()) {
                throw new Malformed(
                        line, "packs must be \"*\" or beginnings of ids: \"" + prefix + "\"");
            }
        }
        return prefixes;
    }

    private static Instant until(int line, String text) throws Malformed {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new Malformed(line, "the last field must be a day such as 2027-06-30");
        }
    }
}
