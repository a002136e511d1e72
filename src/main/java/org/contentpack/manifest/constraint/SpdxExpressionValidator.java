package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks {@link SpdxExpression}. */
public final class SpdxExpressionValidator implements ConstraintValidator<SpdxExpression, String> {

    /** Longest expression in characters; it bounds the nesting of parentheses too. */
    static final int MAX_LENGTH = 300;

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || (text.length() <= MAX_LENGTH && new Expression(text).isComplete());
    }

    /** One walk over the words of an expression, by its grammar. */
    private static final class Expression {

        private static final Pattern BETWEEN = Pattern.compile("\\s+|(?=[()])|(?<=[()])");
        private static final Pattern LICENSE =
                Pattern.compile(
                        "(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+"
                                + "|[A-Za-z0-9][A-Za-z0-9.-]*\\+?");
        private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
        private static final List<String> OPERATORS = List.of("AND", "OR", "WITH");

        private final List<String> words;
        private int next;

        Expression(String text) {
            words = Stream.of(BETWEEN.split(text)).filter(word -> !word.isEmpty()).toList();
        }

        boolean isComplete() {
            return isAlternatives() && next == words.size();
        }

        /** AND binds closer than OR; for the form alone they are the same. */
        private boolean isAlternatives() {
            boolean ok = isTerm();
            while (ok && (take("AND") || take("OR"))) {
                ok = isTerm();
            }
            return ok;
        }

        private boolean isTerm() {
            if (take("(")) {
                return isAlternatives() && take(")");
            }
            return takes(LICENSE) && (!take("WITH") || takes(EXCEPTION));
        }

        private boolean take(String word) {
            boolean is = next < words.size() && words.get(next).equals(word);
            next += is ? 1 : 0;
            return is;
        }

        private boolean takes(Pattern form) {
            boolean is =
                    next < words.size()
                            && !OPERATORS.contains(words.get(next))
                            && form.matcher(words.get(next)).matches();
            next += is ? 1 : 0;
            return is;
        }
    }
}
