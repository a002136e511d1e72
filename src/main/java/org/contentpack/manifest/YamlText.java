package org.contentpack.manifest;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The text of {@code pack.yaml} or of front matter, key after key, for people to go on with: the
 * way back from {@link LocatedYaml}, which reads every value as it was written here. For one
 * thread.
 */
public final class YamlText {

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setSplitLines(false)
                    .setWidth(Integer.MAX_VALUE)
                    .setIndent(4)
                    .setIndicatorIndent(2)
                    .build();

    private final StringBuilder text = new StringBuilder();

    public YamlText with(String key, String value) {
        return put(key, value);
    }

    public YamlText with(String key, int value) {
        return put(key, value);
    }

    public YamlText with(String key, Map<String, String> parts) {
        return put(key, parts);
    }

    /**
     * A list, also of one.
     *
     * @param items texts, or mappings of texts
     */
    public YamlText with(String key, List<?> items) {
        return put(key, items);
    }

    /** A line that is no value: its key is missing as long as nobody writes it. */
    public YamlText comment(String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("comment must be one line: \"" + line + "\"");
        }
        text.append("# ").append(line).append('\n');
        return this;
    }

    private YamlText put(String key, Object value) {
        text.append(new Dump(SETTINGS).dumpToString(Map.of(key, value)));
        return this;
    }

    /** Ends with a line feed. */
    public String text() {
        return text.toString();
    }
}
