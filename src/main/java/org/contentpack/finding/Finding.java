package org.contentpack.finding;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One place in a pack where a rule does not hold.
 *
 * @param arguments what the rule's message and hint speak of, each made safe to print: at most
 *     {@value #MAX_ARGUMENT} characters, no control, no invisible and no direction characters
 * @param suggestion what was probably meant in place of what stands there, made safe in the same
 *     way; empty where nothing is near, or several things are equally near
 */
public record Finding(
        Rule rule, Location location, List<String> arguments, Optional<String> suggestion)
        implements Comparable<Finding> {

    /** Longest argument in characters; longer ones are cut and end in {@code …}. */
    public static final int MAX_ARGUMENT = 200;

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::location)
                    .thenComparing(f -> f.rule().code())
                    .thenComparing(f -> String.join("\u0000", f.arguments()));

    public Finding {
        arguments = arguments.stream().map(Finding::printable).toList();
        suggestion = suggestion.map(Finding::printable);
    }

    public static Finding of(Rule rule, Location location, Object... arguments) {
        return new Finding(
                rule,
                location,
                Arrays.stream(arguments).map(String::valueOf).toList(),
                Optional.empty());
    }

    /** The same with what was probably meant. */
    public Finding suggesting(Optional<String> meant) {
        return new Finding(rule, location, arguments, meant);
    }

    /** The same place held to the rule as somebody else weighs it. */
    public Finding under(Rule other) {
        return new Finding(other, location, arguments, suggestion);
    }

    public Severity severity() {
        return rule.severity();
    }

    public String message() {
        return format(rule.message());
    }

    /** What to do; ends in a question where something near is known. */
    public String hint() {
        return format(rule.hint())
                + suggestion.map(meant -> " Did you mean \"" + meant + "\"?").orElse("");
    }

    /** What to do, without what was probably meant. */
    public String advice() {
        return format(rule.hint());
    }

    private String format(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    /** By location, then by code. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@code pack.yaml:3:10: error: MAN-004 …}, as compilers print it. */
    @Override
    public String toString() {
        String place = location.toString();
        return (place.isEmpty() ? "" : place + ": ")
                + severity().id()
                + ": "
                + rule.code()
                + " "
                + message();
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (printable.length() >= MAX_ARGUMENT) {
                return printable.append('…').toString();
            }
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        printable.append(String.format(Locale.ROOT, "U+%04X", c));
                default -> printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }
}
