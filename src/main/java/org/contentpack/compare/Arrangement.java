package org.contentpack.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.pack.SectionId;

/** Orders of sections. */
final class Arrangement {

    private Arrangement() {}

    /** The sections of a content in their order, without what is an editor's own. */
    static Set<SectionId> sections(Content content) {
        return content.body().stream()
                .flatMap(passage -> passage.section().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The first order, and each section that only a further one has, behind the section that it
     * stands behind there; where it is the first there, in front of all.
     */
    @SafeVarargs
    static List<SectionId> weave(Iterable<SectionId> first, Iterable<SectionId>... further) {
        List<SectionId> woven = new ArrayList<>();
        first.forEach(woven::add);
        Set<SectionId> has = new HashSet<>(woven);
        for (Iterable<SectionId> order : further) {
            int position = 0;
            for (SectionId section : order) {
                if (has.add(section)) {
                    woven.add(position, section);
                } else {
                    position = woven.indexOf(section);
                }
                position++;
            }
        }
        return woven;
    }

    /** An order without the sections that are not among these. */
    static List<SectionId> only(Set<SectionId> these, Iterable<SectionId> order) {
        List<SectionId> kept = new ArrayList<>();
        for (SectionId section : order) {
            if (these.contains(section)) {
                kept.add(section);
            }
        }
        return kept;
    }

    /** One id a line. */
    static String text(List<SectionId> order) {
        return order.stream().map(SectionId::value).collect(Collectors.joining("\n"));
    }

    /** The ids in the lines of a text; a line that is none is passed over. */
    static Set<SectionId> parse(String text) {
        return text.lines()
                .flatMap(line -> SectionId.parse(line.strip()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
