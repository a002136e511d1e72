package org.contentpack.export;

import java.util.List;
import java.util.Optional;

/** All formats that releases can be had in, by name. Immutable. */
public record Exporters(List<Exporter> all) {

    public Exporters {
        all = List.copyOf(all);
        if (all.stream().map(Exporter::id).distinct().count() != all.size()) {
            throw new IllegalArgumentException("no two exporters may have one id: " + all);
        }
    }

    public Optional<Exporter> find(String id) {
        return all.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** Their ids, in their order. */
    public List<String> ids() {
        return all.stream().map(Exporter::id).toList();
    }
}
