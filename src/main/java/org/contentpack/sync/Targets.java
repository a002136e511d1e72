package org.contentpack.sync;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The configured targets, each with the connector that reaches it. Immutable. */
public final class Targets {

    private final SortedMap<TargetName, Bound> byName = new TreeMap<>();

    /** A target and its connector. */
    public record Bound(Target target, Connector connector) {}

    public Targets(Collection<Bound> bounds) {
        for (Bound bound : bounds) {
            if (byName.put(bound.target().name(), bound) != null) {
                throw new IllegalArgumentException(
                        "a target must be configured once: " + bound.target().name());
            }
        }
    }

    List<Target> all() {
        return byName.values().stream().map(Bound::target).toList();
    }

    Optional<Bound> find(TargetName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * @throws IllegalArgumentException where there is none of this name
     */
    Bound get(TargetName name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("no target is called \"" + name + "\""));
    }
}
