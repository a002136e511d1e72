package org.contentpack.compare;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.compare.Outcome.Conflict;
import org.contentpack.compare.Outcome.Kept;
import org.contentpack.compare.Outcome.Taken;
import org.contentpack.compare.Value.Terms;
import org.contentpack.compare.Value.Text;

/** The merge of one field: texts as everywhere, terms as sets, which need no person. */
record FieldMerge(Sides<Value> sides) {

    Outcome outcome() {
        if (all(Text.class)) {
            return TextOutcome.of(sides.map(FieldMerge::written));
        }
        return TextOutcome.decided(sides, FieldMerge::written).orElseGet(this::bothChanged);
    }

    /** What stands in the field afterwards. */
    Optional<Value> result(Ruling ruling) {
        return ruling.outcome() instanceof Taken && sides.localChanged()
                ? Optional.of(new Terms(mergedTerms()))
                : sides.result(ruling, this::read);
    }

    private Outcome bothChanged() {
        Sides<String> texts = sides.map(FieldMerge::written);
        if (!all(Terms.class)) {
            return new Conflict(texts.read(), texts.ours(), texts.theirs());
        }
        NavigableSet<String> merged = mergedTerms();
        return merged.equals(terms(sides.theirs()))
                ? new Kept(texts.read(), texts.theirs())
                : new Taken(texts.theirs(), Optional.of(String.join("\n", merged)));
    }

    /**
     * What an editor has, with what the release added and without what it took away; what an editor
     * added stays in any case. Where there is no field there are no terms.
     */
    private NavigableSet<String> mergedTerms() {
        NavigableSet<String> added = terms(sides.ours());
        added.removeAll(terms(sides.written()));
        NavigableSet<String> removed = terms(sides.written());
        removed.removeAll(terms(sides.ours()));
        NavigableSet<String> addedLocally = terms(sides.theirs());
        addedLocally.removeAll(terms(sides.read()));
        NavigableSet<String> merged = terms(sides.theirs());
        merged.removeAll(removed);
        merged.addAll(addedLocally);
        merged.addAll(added);
        return merged;
    }

    private static NavigableSet<String> terms(Optional<Value> value) {
        return value.map(v -> v instanceof Terms terms ? terms.terms() : new TreeSet<String>())
                .map(TreeSet::new)
                .orElseGet(TreeSet::new);
    }

    private boolean all(Class<? extends Value> kind) {
        return Stream.of(sides.written(), sides.read(), sides.ours(), sides.theirs())
                .flatMap(Optional::stream)
                .allMatch(kind::isInstance);
    }

    /** A text as it is, terms one a line. */
    private static String written(Value value) {
        return value instanceof Text text
                ? text.text()
                : String.join("\n", ((Terms) value).terms());
    }

    /** A value of the kind that the release has here, or else the place. */
    private Value read(String text) {
        boolean terms = sides.ours().or(sides::theirs).filter(Terms.class::isInstance).isPresent();
        return terms
                ? new Terms(
                        text.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)))
                : new Text(text);
    }
}
