package org.contentpack.compare;

import java.util.Optional;
import org.contentpack.pack.SectionId;

/**
 * One part of a body: a section of ours, or something that an editor put beside ours.
 *
 * @param section empty for what is an editor's own
 * @param text in the markup of the place that the content stands in, its heading included; two
 *     equal texts are the same content, so whoever makes one writes it in one canonical form
 */
public record Passage(Optional<SectionId> section, String text) {

    public static Passage of(SectionId section, String text) {
        return new Passage(Optional.of(section), text);
    }

    /** An editor's own passage. */
    public static Passage own(String text) {
        return new Passage(Optional.empty(), text);
    }
}
