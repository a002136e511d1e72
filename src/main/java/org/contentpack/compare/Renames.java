package org.contentpack.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.pack.SectionId;

/**
 * Under which id a section of before is compared. A rename counts where the release has the new id
 * and no more the former one, and where no content would have two sections of one id: two sections
 * that became one cannot be followed, so their former ids are gone.
 */
final class Renames {

    private final Map<SectionId, SectionId> newIds;

    private Renames(Map<SectionId, SectionId> newIds) {
        this.newIds = newIds;
    }

    /**
     * The renames that count.
     *
     * @param declared new id by former id, over one or more releases
     * @param before the contents that may have former ids
     */
    static Renames of(Map<SectionId, SectionId> declared, Content ours, List<Content> before) {
        Set<SectionId> now = Arrangement.sections(ours);
        Map<SectionId, SectionId> newIds = new TreeMap<>();
        declared.forEach(
                (former, unused) ->
                        last(former, declared, now).ifPresent(id -> newIds.put(former, id)));
        Renames renames = new Renames(newIds);
        while (newIds.keySet().removeAll(renames.thatDoNotCount(now, before))) {
            // Without one rename another one's id can be taken.
        }
        return renames;
    }

    Ancestor apply(Ancestor ancestor) {
        return new Ancestor(apply(ancestor.written()), apply(ancestor.read()));
    }

    Content apply(Content content) {
        List<Passage> body =
                content.body().stream()
                        .map(
                                passage ->
                                        new Passage(
                                                passage.section().map(this::newId), passage.text()))
                        .toList();
        return new Content(content.fields(), body);
    }

    private SectionId newId(SectionId id) {
        return newIds.getOrDefault(id, id);
    }

    /** The first id in a row of renames that the release has. */
    private static Optional<SectionId> last(
            SectionId former, Map<SectionId, SectionId> declared, Set<SectionId> now) {
        Set<SectionId> seen = new HashSet<>(Set.of(former));
        Optional<SectionId> id = Optional.of(former);
        do {
            id = id.map(declared::get).filter(seen::add);
        } while (id.filter(i -> !now.contains(i)).isPresent());
        return id;
    }

    private Set<SectionId> thatDoNotCount(Set<SectionId> now, List<Content> before) {
        Set<SectionId> found = new TreeSet<>();
        Collection<SectionId> taken = newIds.values();
        newIds.keySet().stream()
                .filter(former -> now.contains(former) && !taken.contains(former))
                .forEach(found::add);
        for (Content content : before) {
            Map<SectionId, List<SectionId>> formerIds = new HashMap<>();
            for (SectionId id : Arrangement.sections(content)) {
                formerIds.computeIfAbsent(newId(id), unused -> new ArrayList<>()).add(id);
            }
            formerIds.values().stream().filter(ids -> ids.size() > 1).forEach(found::addAll);
        }
        found.retainAll(newIds.keySet());
        return found;
    }
}
