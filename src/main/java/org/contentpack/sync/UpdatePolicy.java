package org.contentpack.sync;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.pack.ChangeKind;

/** What happens at a target when a newer release could be applied. */
public sealed interface UpdatePolicy {

    /** People plan and apply. */
    record Ask() implements UpdatePolicy {}

    /** Items that nobody touched are updated by themselves where all changes are of these kinds. */
    record Auto(Set<ChangeKind> kinds) implements UpdatePolicy {
        public Auto {
            kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        }
    }

    /** Items stay at the version that they have; a plan can still be made by hand. */
    record Pin() implements UpdatePolicy {}

    /** Nothing is planned or applied. */
    record Hold() implements UpdatePolicy {}

    /** {@code ask}, {@code auto:editorial,addition}, {@code pin} or {@code hold}. */
    static Optional<UpdatePolicy> parse(String text) {
        if (text.startsWith("auto:")) {
            Set<Optional<ChangeKind>> kinds =
                    Arrays.stream(text.substring("auto:".length()).split(",", -1))
                            .map(String::strip)
                            .map(ChangeKind::parse)
                            .collect(Collectors.toSet());
            return kinds.contains(Optional.<ChangeKind>empty())
                    ? Optional.empty()
                    : Optional.of(
                            new Auto(
                                    kinds.stream()
                                            .flatMap(Optional::stream)
                                            .collect(Collectors.toSet())));
        }
        return switch (text) {
            case "ask" -> Optional.of(new Ask());
            case "pin" -> Optional.of(new Pin());
            case "hold" -> Optional.of(new Hold());
            default -> Optional.empty();
        };
    }

    /** As it is written in configuration. */
    default String id() {
        if (this instanceof Auto auto) {
            return "auto:"
                    + auto.kinds.stream()
                            .sorted()
                            .map(ChangeKind::id)
                            .collect(Collectors.joining(","));
        }
        return this instanceof Ask ? "ask" : this instanceof Pin ? "pin" : "hold";
    }
}
