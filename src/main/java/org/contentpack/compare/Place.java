package org.contentpack.compare;

import java.util.Optional;
import org.contentpack.pack.SectionId;

/** Where two contents can differ. */
public sealed interface Place {

    /** A field by its name. */
    record Field(String name) implements Place {}

    /** A section. */
    record Section(SectionId section) implements Place {}

    /** The order of the sections. */
    record Order() implements Place {}

    /** {@code field:title}, {@code section:dehydration} or {@code order}. */
    default String id() {
        if (this instanceof Field field) {
            return "field:" + field.name();
        }
        return this instanceof Section section ? "section:" + section.section() : "order";
    }

    /** The place with this id. */
    static Optional<Place> parse(String id) {
        if (id.equals("order")) {
            return Optional.of(new Order());
        }
        if (id.startsWith("field:") && id.length() > "field:".length()) {
            return Optional.of(new Field(id.substring("field:".length())));
        }
        return id.startsWith("section:")
                ? SectionId.parse(id.substring("section:".length())).map(Section::new)
                : Optional.empty();
    }
}
