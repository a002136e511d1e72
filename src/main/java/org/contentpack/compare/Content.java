package org.contentpack.compare;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.pack.SectionId;

/**
 * One article in one language as it stands in one place, in parts that can be compared and merged
 * each by itself: named fields, and a body of passages. Against {@link
 * org.contentpack.pack.Article}, which is what a pack says, this is what any side made of it.
 *
 * @param fields by name; a field that the place does not have is absent
 * @param body in the order of the text; no section twice
 */
public record Content(NavigableMap<String, Value> fields, List<Passage> body) {

    /** Nothing at all. */
    public static final Content EMPTY = new Content(new TreeMap<>(), List.of());

    public Content {
        fields = Collections.unmodifiableNavigableMap(new TreeMap<>(fields));
        body = List.copyOf(body);
        Set<SectionId> seen = new HashSet<>();
        for (Passage passage : body) {
            if (passage.section().filter(section -> !seen.add(section)).isPresent()) {
                throw new IllegalArgumentException(
                        "a body must have each section once: " + passage.section().get());
            }
        }
    }

    public Optional<Value> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The text of a section, where the body has it. */
    public Optional<String> section(SectionId section) {
        return body.stream()
                .filter(p -> p.section().equals(Optional.of(section)))
                .map(Passage::text)
                .findFirst();
    }
}
