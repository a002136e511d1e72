package org.contentpack.manifest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.DocumentBinder.Bound;

/**
 * Holds documents to their Jakarta Validation constraints and tells the violations as findings: the
 * template of each is the code of its rule, perhaps with one more argument behind a space. Safe for
 * use by several threads, as its validator is.
 */
public final class DocumentConstraints {

    /** Attributes of every constraint, which no text speaks of. */
    private static final Set<String> COMMON = Set.of("message", "groups", "payload");

    private final Validator validator;

    DocumentConstraints(Validator validator) {
        this.validator = validator;
    }

    /**
     * A validator of whatever provider there is, which needs no expression language: it gives each
     * template as the message.
     */
    @SuppressWarnings("resource") // The validator needs its factory as long as it lives.
    public static Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new TemplateItself())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Adds what is wrong with the document, by place, apart from what did not fit at all. */
    <D> void check(Bound<D> bound, FileFindings findings) {
        Class<?> authors =
                switch (findings.part()) {
                    case MANIFEST -> AuthorDocument.InManifest.class;
                    case ARTICLE -> AuthorDocument.InArticle.class;
                };
        Locations locations = bound.located().locations();
        validator.validate(bound.located().document(), Default.class, authors).stream()
                .filter(violation -> !isUnfit(pointer(violation), bound.unfit()))
                .map(violation -> finding(violation, locations))
                .sorted(Comparator.naturalOrder())
                .forEach(findings::add);
    }

    private static boolean isUnfit(String pointer, Set<String> unfit) {
        return unfit.stream().anyMatch(at -> pointer.equals(at) || pointer.startsWith(at + "/"));
    }

    private static Finding finding(ConstraintViolation<?> violation, Locations locations) {
        String[] template = violation.getMessageTemplate().split(" ", 2);
        List<Object> arguments = new ArrayList<>();
        arguments.add(value(violation));
        arguments.add(key(pointer(violation)));
        arguments.addAll(List.of(template).subList(1, template.length));
        arguments.addAll(limits(violation));
        return Finding.of(
                BuiltInRule.valueOf(template[0].replace('-', '_')),
                locations.of(pointer(violation)),
                arguments.toArray());
    }

    /** The text that is wrong; where a whole record was looked at, what stands at the key. */
    private static String value(ConstraintViolation<?> violation) {
        Object value = violation.getInvalidValue();
        if (!(value instanceof Record whole)) {
            return String.valueOf(value);
        }
        String pointer = pointer(violation);
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        try {
            return String.valueOf(whole.getClass().getMethod(name).invoke(whole));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no component \"" + name + "\" in " + whole, e);
        }
    }

    /** What the constraint's own attributes say, in the order of their names. */
    private static List<String> limits(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAttributes().entrySet().stream()
                .filter(attribute -> !COMMON.contains(attribute.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> text(attribute.getValue()))
                .toList();
    }

    private static String text(Object value) {
        return value.getClass().isArray()
                ? String.join(
                        ", ",
                        IntStream.range(0, Array.getLength(value))
                                .mapToObj(i -> String.valueOf(Array.get(value, i)))
                                .toList())
                : String.valueOf(value);
    }

    /** {@code assets[2].alt} as {@code /assets/2/alt}. */
    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !isElement(node)) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static boolean isElement(Path.Node node) {
        return node.getKind() == ElementKind.CONTAINER_ELEMENT;
    }

    /** A pointer as a person says it: {@code assets[2].alt}, entries counted from 0. */
    private static String key(String pointer) {
        return pointer.replaceAll("/([0-9]+)", "[$1]").replace('/', '.').replaceFirst("^\\.", "");
    }

    /** Gives templates as they are. */
    private static final class TemplateItself implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
