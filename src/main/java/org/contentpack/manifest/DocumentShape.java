package org.contentpack.manifest;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The components of a document record and how to make one, found once for each class: reflection
 * copies both each time that it is asked. Safe for use by several threads.
 */
final class DocumentShape {

    private static final ClassValue<DocumentShape> SHAPES =
            new ClassValue<>() {
                @Override
                protected DocumentShape computeValue(Class<?> type) {
                    return new DocumentShape(type);
                }
            };

    private final List<Component> components;
    private final List<String> names;
    private final String namesInWords;
    private final List<Method> accessors;
    private final Constructor<?> constructor;

    private DocumentShape(Class<?> type) {
        RecordComponent[] declared = type.getRecordComponents();
        this.components =
                Arrays.stream(declared)
                        .map(c -> new Component(c.getName(), c.getGenericType()))
                        .toList();
        this.names = components.stream().map(Component::name).toList();
        this.namesInWords = String.join(", ", names);
        this.accessors = Arrays.stream(declared).map(RecordComponent::getAccessor).toList();
        Class<?>[] types =
                Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no document record: " + type, e);
        }
    }

    /** One component: a text, a record, or a list of either. */
    record Component(String name, Type type) {

        boolean isList() {
            return type instanceof ParameterizedType;
        }

        /** What stands for a value that is not there. */
        @Nullable Object absent() {
            return isList() ? List.of() : null;
        }
    }

    static DocumentShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** In the order of the record. */
    List<Component> components() {
        return components;
    }

    List<String> names() {
        return names;
    }

    /** All names, a comma and a space between two. */
    String namesInWords() {
        return namesInWords;
    }

    /** A record of the class, by values in the order of its components. */
    Object create(List<@Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no document record: " + constructor, e);
        }
    }

    /** The values of a record in which nothing is said. */
    List<@Nullable Object> absentValues() {
        List<@Nullable Object> values = new ArrayList<>();
        components.forEach(c -> values.add(c.absent()));
        return values;
    }

    /** The values of a record of the class. */
    List<@Nullable Object> valuesOf(Record document) {
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (Method accessor : accessors) {
                values.add(accessor.invoke(document));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no document record: " + document, e);
        }
        return values;
    }
}
