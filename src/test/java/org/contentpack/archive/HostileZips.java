package org.contentpack.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.finding.Refusal;

/** The hostile zips of this room for tests that send them to a server. */
public final class HostileZips {

    private HostileZips() {}

    /**
     * A zip that must be refused.
     *
     * @param problem last part of the problem's type
     */
    public record Hostile(String name, byte[] zip, String problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** All that are bodies at all, and two small ones that become large. */
    public static List<Hostile> all() {
        List<Hostile> all =
                new ArrayList<>(
                        Stream.of(PathTricks.all(), HeaderTricks.all(), EndTricks.all())
                                .flatMap(List::stream)
                                .filter(t -> t.zip().length > 0)
                                .map(t -> new Hostile(t.name(), t.zip(), t.refusal().id()))
                                .toList());
        String limits = Refusal.ARCHIVE_LIMITS.id();
        all.add(new Hostile("L1 overlapping", Bombs.overlapping().bytes(), limits));
        all.add(new Hostile("L4 crowd", Bombs.crowd().bytes(), limits));
        return all;
    }
}
