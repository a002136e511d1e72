package org.contentpack.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of schema.org that a page of ours can be about: names of types with what they are a kind
 * of, and names of properties with the types that have them and those of their values. Release
 * 30.0.
 *
 * @see <a href="https://schema.org/docs/developers.html">schema.org, vocabulary definition
 *     files</a>
 */
final class Vocabulary {

    /** Values that are written as a string. */
    private static final Set<String> TEXTS = Set.of("Text", "URL", "Date", "DateTime", "Integer");

    private final Map<String, List<String>> kindsOf = new HashMap<>();
    private final Map<String, List<String>> domains = new HashMap<>();
    private final Map<String, List<String>> ranges = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary load() throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        for (String line : Files.readAllLines(Path.of("src/test/resources/schemaorg/30.0.csv"))) {
            String[] cells = line.split(";", -1);
            List<String> first = List.of(cells[2].split(" ", -1));
            if (cells[0].equals("type")) {
                vocabulary.kindsOf.put(cells[1], first);
            } else {
                vocabulary.domains.put(cells[1], first);
                vocabulary.ranges.put(cells[1], List.of(cells[3].split(" ", -1)));
            }
        }
        return vocabulary;
    }

    /** What of a document the vocabulary does not have, in words. */
    Set<String> violations(Map<?, ?> document) {
        Set<String> violations = new TreeSet<>();
        Map<Object, Object> node = new HashMap<>(document);
        if (!"https://schema.org".equals(node.remove("@context"))) {
            violations.add("a document must name its vocabulary");
        }
        node(node, Set.of("Thing"), "document", violations);
        return violations;
    }

    private void node(Map<?, ?> node, Set<String> expected, String place, Set<String> violations) {
        Set<String> types = node.get("@type") instanceof String type ? all(type) : expected;
        if (node.get("@type") instanceof String type && !kindsOf.containsKey(type)) {
            violations.add(place + ": there is no type " + type);
        }
        if (types.stream().noneMatch(expected::contains)) {
            violations.add(place + ": takes " + expected + ", not " + node.get("@type"));
        }
        Set<String> owners = new HashSet<>(types);
        types.forEach(type -> owners.addAll(all(type)));
        node.forEach(
                (key, value) -> {
                    String name = key.toString();
                    if (!name.startsWith("@")) {
                        if (domains.getOrDefault(name, List.of()).stream()
                                .noneMatch(owners::contains)) {
                            violations.add(place + ": " + types + " has no " + name);
                        }
                        values(value, name, place + "." + name, violations);
                    }
                });
    }

    private void values(Object value, String property, String place, Set<String> violations) {
        Set<String> range = new HashSet<>(ranges.getOrDefault(property, List.of()));
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            if (each instanceof Map<?, ?> node) {
                node(node, range, place, violations);
            } else if (range.stream().noneMatch(TEXTS::contains)) {
                violations.add(place + ": takes " + range + ", not a text");
            }
        }
    }

    /** A type and all that it is a kind of. */
    private Set<String> all(String type) {
        Set<String> all = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (all.add(next)) {
                open.addAll(kindsOf.getOrDefault(next, List.of()));
            }
        }
        return all;
    }
}
