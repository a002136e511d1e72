package org.contentpack.version;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comparators that a version has to satisfy together, against {@link Range}, which is satisfied by
 * one of several such sets.
 *
 * <p>Notations are told in plain comparators as node-semver does it; the maintained libraries tried
 * for it read combinations such as {@code 1 ~1.0} otherwise.
 *
 * @see <a href="https://github.com/npm/node-semver#advanced-range-syntax">node-semver, Advanced
 *     Range Syntax</a>
 */
final class ComparatorSet {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<operator>[<>]=?|=|~|\\^|)(?<major>[0-9]+|[xX*])(?:\\.(?<minor>[0-9]+|[xX*])"
                            + "(?:\\.(?<patch>[0-9]+|[xX*])(?<pre>-[0-9A-Za-z.-]+)?)?)?");
    private static final Pattern HYPHEN = Pattern.compile("(\\S+) - (\\S+)");

    private final List<Comparator> comparators = new ArrayList<>();

    private record Comparator(String operator, Version version) {

        boolean isSatisfiedBy(Version candidate) {
            int order = candidate.compareTo(version);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
    }

    /** Numbers as far as they are given; an absent or {@code x} part and all behind it is open. */
    private record Partial(List<Integer> numbers, String preRelease) {

        static Partial of(Matcher token) {
            List<Integer> numbers = new ArrayList<>();
            for (String part : List.of("major", "minor", "patch")) {
                String text = token.group(part);
                if (text == null || !Character.isDigit(text.charAt(0))) {
                    return new Partial(numbers, "");
                }
                numbers.add(Integer.valueOf(text));
            }
            String pre = token.group("pre");
            return new Partial(numbers, pre == null ? "" : pre);
        }

        boolean isFull() {
            return numbers.size() == 3;
        }

        boolean isAny() {
            return numbers.isEmpty();
        }

        int number(int index) {
            return index < numbers.size() ? numbers.get(index) : 0;
        }

        Version lowest() {
            return new Version(number(0) + "." + number(1) + "." + number(2) + preRelease);
        }

        /** The lowest of all versions in which the number at the index is one higher. */
        Version above(int index) {
            int[] next = {number(0), number(1), number(2)};
            next[index]++;
            for (int i = index + 1; i < next.length; i++) {
                next[i] = 0;
            }
            return new Version(next[0] + "." + next[1] + "." + next[2] + "-0");
        }

        /** The lowest of all versions above those that the given numbers cover. */
        Version aboveAll() {
            return above(numbers.size() - 1);
        }
    }

    /**
     * @param text one that {@link Range} has found to be of its grammar
     */
    static ComparatorSet of(String text) {
        ComparatorSet set = new ComparatorSet();
        Matcher hyphen = HYPHEN.matcher(text);
        if (hyphen.matches()) {
            set.addFrom(partial(hyphen.group(1)));
            set.addTo(partial(hyphen.group(2)));
            return set;
        }
        for (String token : text.split(" ", -1)) {
            Matcher matcher = TOKEN.matcher(token);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a comparator: \"" + token + "\"");
            }
            set.add(matcher.group("operator"), Partial.of(matcher));
        }
        return set;
    }

    private static Partial partial(String text) {
        Matcher matcher = TOKEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a version or part of one: \"" + text + "\"");
        }
        return Partial.of(matcher);
    }

    private void addFrom(Partial partial) {
        if (!partial.isAny()) {
            add(">=", partial.lowest());
        }
    }

    private void addTo(Partial partial) {
        if (partial.isFull()) {
            add("<=", partial.lowest());
        } else if (!partial.isAny()) {
            add("<", partial.aboveAll());
        }
    }

    private void add(String operator, Version version) {
        comparators.add(new Comparator(operator, version));
    }

    private void add(String operator, Partial partial) {
        if (partial.isAny()) {
            if (operator.equals(">") || operator.equals("<")) {
                add("<", new Version("0.0.0-0"));
            }
            return;
        }
        switch (operator) {
            case "~" -> between(partial, partial.above(Math.min(1, partial.numbers.size() - 1)));
            case "^" -> between(partial, partial.above(caret(partial)));
            case ">" -> {
                if (partial.isFull()) {
                    add(">", partial.lowest());
                } else {
                    add(">=", partial.aboveAll().core());
                }
            }
            case ">=" -> add(">=", partial.lowest());
            case "<" ->
                    add(
                            "<",
                            partial.isFull()
                                    ? partial.lowest()
                                    : new Version(partial.lowest() + "-0"));
            case "<=" -> addTo(partial);
            default -> {
                if (partial.isFull()) {
                    add("=", partial.lowest());
                } else {
                    between(partial, partial.aboveAll());
                }
            }
        }
    }

    private void between(Partial from, Version below) {
        add(">=", from.lowest());
        add("<", below);
    }

    /** The leftmost number that is not zero may not change; of zeros, the last that is given. */
    private static int caret(Partial partial) {
        for (int i = 0; i < partial.numbers.size(); i++) {
            if (partial.number(i) > 0) {
                return i;
            }
        }
        return partial.numbers.size() - 1;
    }

    /** True for {@code *}: every stable version; node-semver lets it stand for a whole range. */
    boolean isAny() {
        return comparators.isEmpty();
    }

    /**
     * A pre-release satisfies a set only where one of its comparators names one of the same core.
     */
    boolean isSatisfiedBy(Version version) {
        return comparators.stream().allMatch(c -> c.isSatisfiedBy(version))
                && (version.isStable()
                        || comparators.stream()
                                .anyMatch(
                                        c ->
                                                !c.version().isStable()
                                                        && c.version()
                                                                .core()
                                                                .equals(version.core())));
    }
}
