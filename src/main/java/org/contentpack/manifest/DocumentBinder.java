package org.contentpack.manifest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contentpack.finding.Position;
import org.contentpack.manifest.DocumentShape.Component;
import org.contentpack.manifest.LocatedNode.Entry;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.manifest.LocatedNode.Scalar;
import org.contentpack.manifest.LocatedNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Fits a YAML mapping to a document record by the names of its components, which are texts, lists
 * and further records. What does not fit is found and left out: {@code null} for a text or a
 * record, an empty list for a list; an entry of a list keeps its place, empty. For one document.
 */
final class DocumentBinder {

    /** YAML's words for nothing: where a text is meant they need quotation marks. */
    private static final Set<String> NOTHING = Set.of("~", "null", "Null", "NULL");

    private final FileFindings findings;
    private final Map<String, Position> positions = new HashMap<>();
    private final Set<String> unfit = new HashSet<>();

    DocumentBinder(FileFindings findings) {
        this.findings = findings;
    }

    /**
     * A document as far as it fits.
     *
     * @param unfit pointers to the values that were left out, about which all is said
     */
    record Bound<D>(Located<D> located, Set<String> unfit) {
        Bound {
            unfit = Set.copyOf(unfit);
        }
    }

    <D extends Record> Bound<D> bind(Mapping root, Class<D> shape) {
        D document = bindRecord(root, shape, "");
        return new Bound<>(
                new Located<>(document, new Locations(findings.file(), positions)), unfit);
    }

    private <D> D bindRecord(Mapping mapping, Class<D> shape, String pointer) {
        positions.put(pointer, mapping.position());
        DocumentShape known = DocumentShape.of(shape);
        Map<String, Entry> written = new HashMap<>();
        for (Entry entry : mapping.entries()) {
            if (known.names().contains(entry.key().text())) {
                written.put(entry.key().text(), entry);
            }
        }
        // What stands there already was not meant by another key.
        List<String> free =
                known.names().stream().filter(name -> !written.containsKey(name)).toList();
        Set<String> meant = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.names().contains(key) && !findings.isFull()) {
                // Of two keys near the same one, the first is asked about: both cannot be it.
                findings.add(
                        TextDefect.UNKNOWN_KEY,
                        entry.key().position(),
                        ClosestWord.of(key, free).filter(meant::add),
                        key,
                        known.namesInWords());
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Component component : known.components()) {
            Entry entry = written.get(component.name());
            values.add(
                    entry == null ? component.absent() : bindComponent(component, entry, pointer));
        }
        return shape.cast(known.create(values));
    }

    private @Nullable Object bindComponent(Component component, Entry entry, String pointer) {
        String name = component.name();
        return bindValue(
                component.type(),
                entry.value(),
                name,
                pointer + "/" + name,
                entry.key().position());
    }

    private @Nullable Object bindValue(
            Type type, LocatedNode node, String name, String pointer, Position key) {
        positions.put(pointer, node.position());
        boolean isList = type instanceof ParameterizedType;
        if (hasNoValue(node)) {
            positions.put(pointer, key);
            return leaveOut(TextDefect.NO_VALUE, key, pointer, isList, name);
        }
        if (isList) {
            return node instanceof Sequence sequence
                    ? bindList(elementType(type), sequence, name, pointer)
                    : leaveOut(TextDefect.LIST_DUE, node, pointer, isList, name, node.shape());
        }
        if (type == String.class) {
            return node instanceof Scalar scalar
                    ? scalar.text()
                    : leaveOut(TextDefect.TEXT_DUE, node, pointer, isList, name, node.shape());
        }
        return node instanceof Mapping mapping
                ? bindRecord(mapping, (Class<?>) type, pointer)
                : leaveOut(
                        TextDefect.MAPPING_DUE,
                        node,
                        pointer,
                        isList,
                        name,
                        node.shape(),
                        DocumentShape.of((Class<?>) type).namesInWords());
    }

    private List<Object> bindList(
            Class<?> element, Sequence sequence, String name, String pointer) {
        List<Object> values = new ArrayList<>();
        for (LocatedNode item : sequence.items()) {
            String at = pointer + "/" + values.size();
            Object value = bindValue(element, item, name, at, item.position());
            values.add(value == null ? empty(element) : value);
        }
        return List.copyOf(values);
    }

    private @Nullable Object leaveOut(
            TextDefect defect,
            LocatedNode node,
            String pointer,
            boolean isList,
            Object... arguments) {
        return leaveOut(defect, node.position(), pointer, isList, arguments);
    }

    private @Nullable Object leaveOut(
            TextDefect defect,
            Position position,
            String pointer,
            boolean isList,
            Object... arguments) {
        findings.add(defect, position, arguments);
        unfit.add(pointer);
        return isList ? List.of() : null;
    }

    private static boolean hasNoValue(LocatedNode node) {
        return node instanceof Scalar scalar
                && (scalar.text().isBlank()
                        || (scalar.isPlain() && NOTHING.contains(scalar.text())));
    }

    private static Object empty(Class<?> element) {
        return element == String.class ? "" : create(element);
    }

    private static Object create(Class<?> element) {
        DocumentShape shape = DocumentShape.of(element);
        return shape.create(shape.absentValues());
    }

    private static Class<?> elementType(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
