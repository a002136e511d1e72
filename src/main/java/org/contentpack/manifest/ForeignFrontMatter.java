package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Position;
import org.contentpack.manifest.LocatedNode.Entry;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.manifest.LocatedNode.Scalar;
import org.contentpack.manifest.LocatedNode.Sequence;
import org.contentpack.pack.FilePath;

/**
 * The front matter of a Markdown file that was written for another program, against {@link
 * FrontMatterDocument}, which is ours: whatever keys it has, and no finding about them.
 *
 * @param values texts by key in lower case, a list's one after the other; what is nested deeper is
 *     left out
 * @param bodyStart index of the first character behind it; 0 where the text has none
 */
public record ForeignFrontMatter(Map<String, List<Value>> values, int bodyStart) {

    private static final FilePath ANY = new FilePath("articles/any.md");

    public ForeignFrontMatter {
        values = Map.copyOf(values);
    }

    /** A text as YAML gives it. */
    public record Value(String text, Position position) {}

    /**
     * What a file begins with.
     *
     * @param text of the whole file, lines ended by LF
     */
    public static ForeignFrontMatter of(String text) {
        FileFindings untold = new FileFindings(ANY, Part.ARTICLE);
        FrontMatter front = FrontMatter.of(text, untold);
        Optional<Mapping> mapping =
                front.isPresent()
                        ? LocatedYaml.read(front.yaml(), FrontMatter.FIRST_LINE, "title", untold)
                        : Optional.empty();
        return mapping.map(m -> new ForeignFrontMatter(flat(m), front.bodyStart()))
                .orElse(new ForeignFrontMatter(Map.of(), 0));
    }

    private static Map<String, List<Value>> flat(Mapping mapping) {
        Map<String, List<Value>> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            List<Value> texts = new ArrayList<>();
            if (entry.value() instanceof Sequence sequence) {
                sequence.items().forEach(item -> add(item, texts));
            } else {
                add(entry.value(), texts);
            }
            values.put(entry.key().text().toLowerCase(Locale.ROOT), List.copyOf(texts));
        }
        return values;
    }

    private static void add(LocatedNode node, List<Value> texts) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            texts.add(new Value(scalar.text(), scalar.position()));
        }
    }
}
