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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.manifest.DocumentBinder.Bound;
import org.contentpack.manifest.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Holds documents to their Jakarta Validation constraints and tells the violations as findings: the
 * template of each is the code of its rule, perhaps with one more argument behind a space. Safe for
 * use by several threads, as its validator is.
 */
public final class DocumentConstraints implements DocumentCheck {

    /** Attributes of every constraint, which no text speaks of. */
    private static final Set<String> COMMON = Set.of("message", "groups", "payload");

    /** Entries of a list that are validated at a time. */
    private static final int PIECE = 1_000;

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

    /**
     * Adds what is wrong with the document, by place, apart from what did not fit at all.
     *
     * <p>Long lists are looked at in pieces, and no further than to the findings that are kept: a
     * validator remembers each violation, and a small text can have millions.
     */
    @Override
    public void check(Bound<? extends Record> bound, FileFindings findings) {
        if (findings.isFull()) {
            return;
        }
        DocumentShape shape = DocumentShape.of(bound.located().document().getClass());
        List<@Nullable Object> values = shape.valuesOf(bound.located().document());
        List<@Nullable Object> beginnings = new ArrayList<>();
        values.forEach(v -> beginnings.add(v instanceof List<?> list ? piece(list, 0) : v));
        List<Finding> found =
                new ArrayList<>(check(shape.create(beginnings), "", 0, bound, findings.part()));
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof List<?> list) {
                List<@Nullable Object> alone = new ArrayList<>(shape.absentValues());
                int foundBefore = found.size();
                for (int at = PIECE;
                        at < list.size() && found.size() - foundBefore < Report.MAX_FINDINGS;
                        at += PIECE) {
                    alone.set(i, piece(list, at));
                    String inList = "/" + shape.names().get(i) + "/";
                    found.addAll(check(shape.create(alone), inList, at, bound, findings.part()));
                }
            }
        }
        found.stream().sorted().forEach(findings::add);
    }

    private static List<?> piece(List<?> list, int from) {
        return list.subList(from, Math.min(from + PIECE, list.size()));
    }

    /**
     * @param within the pointers to tell of begin with it
     * @param offset index in the document of the first entry of the piece's lists
     */
    private List<Finding> check(
            Object piece, String within, int offset, Bound<?> bound, Part part) {
        Class<?> authors =
                switch (part) {
                    case MANIFEST -> AuthorDocument.InManifest.class;
                    case ARTICLE -> AuthorDocument.InArticle.class;
                };
        List<Finding> found = new ArrayList<>();
        for (ConstraintViolation<?> violation : validator.validate(piece, Default.class, authors)) {
            String pointer = pointer(violation, offset);
            if (pointer.startsWith(within) && !isUnfit(pointer, bound.unfit())) {
                found.add(finding(violation, pointer, bound.located().locations()));
            }
        }
        return found;
    }

    /** True where the value, or one around it, was left out; either may be one of thousands. */
    private static boolean isUnfit(String pointer, Set<String> unfit) {
        String at = pointer;
        while (!at.isEmpty() && !unfit.contains(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return !at.isEmpty();
    }

    private static Finding finding(
            ConstraintViolation<?> violation, String pointer, Locations locations) {
        String[] template = violation.getMessageTemplate().split(" ", 2);
        List<Object> arguments = new ArrayList<>();
        arguments.add(value(violation, pointer));
        arguments.add(key(pointer));
        arguments.addAll(List.of(template).subList(1, template.length));
        arguments.addAll(limits(violation));
        return Finding.of(
                        BuiltInRule.valueOf(template[0].replace('-', '_')),
                        locations.of(pointer),
                        arguments.toArray())
                .suggesting(meant(violation));
    }

    /** Where one of some words is due, the one that was probably meant. */
    private static Optional<String> meant(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof OneOf words
                        && violation.getInvalidValue() instanceof String written
                ? ClosestWord.of(written, words.value())
                : Optional.empty();
    }

    /** The text that is wrong; where a whole record was looked at, what stands at the key. */
    private static String value(ConstraintViolation<?> violation, String pointer) {
        Object value = violation.getInvalidValue();
        if (!(value instanceof Record whole)) {
            return String.valueOf(value);
        }
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

    /** {@code assets[2].alt} as {@code /assets/2/alt}; the first index counts from the offset. */
    private static String pointer(ConstraintViolation<?> violation, int offset) {
        StringBuilder pointer = new StringBuilder();
        int first = offset;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(first + node.getIndex());
                first = 0;
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
