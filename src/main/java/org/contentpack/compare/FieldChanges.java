package org.contentpack.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects what is different in the fields of two values of one kind, in the order of asking. */
final class FieldChanges<T> {

    private final T from;
    private final T to;
    private final List<FieldChange> changes = new ArrayList<>();

    FieldChanges(T from, T to) {
        this.from = from;
        this.to = to;
    }

    FieldChanges<T> text(String name, Function<T, String> text) {
        return optional(name, value -> Optional.of(text.apply(value)));
    }

    FieldChanges<T> optional(String name, Function<T, Optional<String>> text) {
        Optional<String> before = text.apply(from);
        Optional<String> after = text.apply(to);
        if (!before.equals(after)) {
            changes.add(new FieldChange(name, before, after));
        }
        return this;
    }

    /** Entries are told one a line; a list without any is not there. */
    <E> FieldChanges<T> list(
            String name, Function<T, ? extends Collection<E>> list, Function<E, String> entry) {
        return optional(
                name,
                value ->
                        Optional.of(
                                        list.apply(value).stream()
                                                .map(entry)
                                                .collect(Collectors.joining("\n")))
                                .filter(text -> !text.isEmpty()));
    }

    List<FieldChange> found() {
        return List.copyOf(changes);
    }
}
