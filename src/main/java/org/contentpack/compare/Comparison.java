package org.contentpack.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contentpack.compare.Place.Field;
import org.contentpack.compare.Place.Order;
import org.contentpack.compare.Place.Section;
import org.contentpack.pack.SectionId;

/**
 * The contents of a {@link ContentMerge} place by place: what merging comes to, what there is
 * afterwards, and what is known then. Section ids are those of the release.
 */
final class Comparison {

    private final Ancestor base;
    private final Content ours;
    private final Content theirs;
    private final OrderMerge order;

    Comparison(Ancestor base, Content ours, Content theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.order = new OrderMerge(base, ours, theirs);
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String name : fieldNames()) {
            steps.add(new Step(new Field(name), new FieldMerge(field(name)).outcome()));
        }
        Map<SectionId, Outcome> sections = new LinkedHashMap<>();
        Set<SectionId> present = new HashSet<>();
        Set<SectionId> open = new HashSet<>();
        for (SectionId id : sectionIds()) {
            Sides<String> sides = section(id);
            Outcome outcome = TextOutcome.of(sides);
            sections.put(id, outcome);
            sides.result(undecided(outcome), text -> text).ifPresent(unused -> present.add(id));
            if (outcome.isOpen()) {
                open.add(id);
            }
        }
        if (sections.isEmpty()) {
            return steps;
        }
        Outcome moved = order.outcome(present, open);
        for (SectionId id : order.result(undecided(moved))) {
            Optional.ofNullable(sections.get(id))
                    .ifPresent(outcome -> steps.add(new Step(new Section(id), outcome)));
        }
        steps.add(new Step(new Order(), moved));
        return steps;
    }

    Content result(Function<Place, Ruling> rulings) {
        NavigableMap<String, Value> fields = new TreeMap<>();
        for (String name : fieldNames()) {
            new FieldMerge(field(name))
                    .result(rulings.apply(new Field(name)))
                    .ifPresent(value -> fields.put(name, value));
        }
        Map<SectionId, String> texts = new HashMap<>();
        for (SectionId id : sectionIds()) {
            section(id)
                    .result(rulings.apply(new Section(id)), text -> text)
                    .ifPresent(text -> texts.put(id, text));
        }
        List<SectionId> sections = order.result(rulings.apply(new Order()));
        return new Content(fields, OwnPassages.of(theirs, texts.keySet()).among(sections, texts));
    }

    /** What is known once the result was written and read back. */
    Ancestor ancestor(Function<Place, Ruling> rulings, Content readBack) {
        Content result = result(rulings);
        NavigableMap<String, Value> fieldsWritten = new TreeMap<>();
        NavigableMap<String, Value> fieldsRead = new TreeMap<>();
        for (String name : fieldNames()) {
            Ruling ruling = rulings.apply(new Field(name));
            field(name).nextWritten(ruling).ifPresent(value -> fieldsWritten.put(name, value));
            field(name)
                    .nextRead(ruling, result.field(name), readBack.field(name))
                    .ifPresent(value -> fieldsRead.put(name, value));
        }
        Map<SectionId, String> written = new HashMap<>();
        Map<SectionId, String> read = new HashMap<>();
        for (SectionId id : sectionIds()) {
            Ruling ruling = rulings.apply(new Section(id));
            section(id).nextWritten(ruling).ifPresent(text -> written.put(id, text));
            section(id)
                    .nextRead(ruling, result.section(id), readBack.section(id))
                    .ifPresent(text -> read.put(id, text));
        }
        Ruling moved = rulings.apply(new Order());
        return new Ancestor(
                new Content(fieldsWritten, body(order.nextWritten(moved), written)),
                new Content(fieldsRead, body(order.nextRead(moved, result, readBack), read)));
    }

    private static List<Passage> body(List<SectionId> order, Map<SectionId, String> texts) {
        return OwnPassages.NONE.among(order, texts);
    }

    private static Ruling undecided(Outcome outcome) {
        return new Ruling(outcome, Optional.empty());
    }

    private Set<String> fieldNames() {
        Set<String> names = new TreeSet<>();
        contents().forEach(content -> names.addAll(content.fields().keySet()));
        return names;
    }

    private Set<SectionId> sectionIds() {
        Set<SectionId> ids = new TreeSet<>();
        contents().forEach(content -> ids.addAll(Arrangement.sections(content)));
        return ids;
    }

    private Stream<Content> contents() {
        return Stream.of(base.written(), base.read(), ours, theirs);
    }

    private Sides<Value> field(String name) {
        return new Sides<>(
                base.written().field(name),
                base.read().field(name),
                ours.field(name),
                theirs.field(name));
    }

    private Sides<String> section(SectionId id) {
        return new Sides<>(
                base.written().section(id),
                base.read().section(id),
                ours.section(id),
                theirs.section(id));
    }
}
