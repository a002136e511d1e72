package org.contentpack.export.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * The head of a page in YAML. Every text stands in quotes, since readers of YAML disagree on what
 * {@code no}, {@code 1.10} and {@code 12:30} are.
 */
final class FrontMatter {

    private static final String FENCE = "---\n";

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setSplitLines(false)
                    .setWidth(Integer.MAX_VALUE)
                    .build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    FrontMatter with(String key, String value) {
        values.put(key, value);
        return this;
    }

    FrontMatter with(String key, Optional<?> value) {
        value.ifPresent(v -> values.put(key, v.toString()));
        return this;
    }

    FrontMatter with(String key, boolean value) {
        values.put(key, value);
        return this;
    }

    /** Nothing where the list is empty. */
    FrontMatter with(String key, List<?> list) {
        if (!list.isEmpty()) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(item instanceof FrontMatter inner ? inner.values : item.toString());
            }
            values.put(key, items);
        }
        return this;
    }

    FrontMatter with(String key, FrontMatter inner) {
        values.put(key, inner.values);
        return this;
    }

    /** With its fences. */
    String text() {
        String yaml = new Dump(SETTINGS, new Quoting(SETTINGS)).dumpToString(values);
        return FENCE + yaml + FENCE;
    }

    private static final class Quoting extends StandardRepresenter {

        Quoting(DumpSettings settings) {
            super(settings);
            representers.put(
                    String.class,
                    data -> representScalar(Tag.STR, data.toString(), ScalarStyle.DOUBLE_QUOTED));
        }

        /** Keys are ours: words that nobody takes for anything else. */
        @Override
        protected NodeTuple representMappingEntry(Map.Entry<?, ?> entry) {
            return new NodeTuple(
                    representScalar(Tag.STR, entry.getKey().toString(), ScalarStyle.PLAIN),
                    representData(entry.getValue()));
        }
    }
}
