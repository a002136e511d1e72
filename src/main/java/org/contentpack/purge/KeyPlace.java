package org.contentpack.purge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a cache looks for the keys that it is to forget. */
public sealed interface KeyPlace {

    /** In a header field, with spaces between them. */
    record Field(String name) implements KeyPlace {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,60}");

        public Field {
            check(FORM, name);
        }

        @Override
        public Map<String, String> headers(List<SurrogateKey> keys) {
            return Map.of(
                    name, keys.stream().map(SurrogateKey::value).collect(Collectors.joining(" ")));
        }

        @Override
        public byte[] body(List<SurrogateKey> keys) {
            return new byte[0];
        }
    }

    /** In a list that is a member of a JSON object. */
    record Member(String name) implements KeyPlace {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,60}");
        private static final JsonMapper JSON = new JsonMapper();

        public Member {
            check(FORM, name);
        }

        @Override
        public Map<String, String> headers(List<SurrogateKey> keys) {
            return Map.of("Content-Type", "application/json");
        }

        @Override
        public byte[] body(List<SurrogateKey> keys) {
            try {
                return JSON.writeValueAsBytes(
                        Map.of(name, keys.stream().map(SurrogateKey::value).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The header fields that the keys make. */
    Map<String, String> headers(List<SurrogateKey> keys);

    /** The body that the keys make; empty where they stand elsewhere. */
    byte[] body(List<SurrogateKey> keys);

    /** {@code header:Surrogate-Key} or {@code json:tags}. */
    static Optional<KeyPlace> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "header" ->
                    Field.FORM.matcher(name).matches()
                            ? Optional.of(new Field(name))
                            : Optional.empty();
            case "json" ->
                    Member.FORM.matcher(name).matches()
                            ? Optional.of(new Member(name))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static void check(Pattern form, String name) {
        if (!form.matcher(name).matches()) {
            throw new IllegalArgumentException("must match " + form + ": \"" + name + "\"");
        }
    }
}
