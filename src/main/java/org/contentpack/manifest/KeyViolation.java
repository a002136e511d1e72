package org.contentpack.manifest;

import jakarta.validation.ConstraintValidatorContext;

/** Says of one key what a constraint on a whole record found. */
final class KeyViolation {

    private KeyViolation() {}

    /**
     * Adds a violation at a key.
     *
     * @param template the code of the rule, perhaps a space and one argument for its text
     */
    static void add(ConstraintValidatorContext context, String template, String key) {
        context.buildConstraintViolationWithTemplate(template)
                .addPropertyNode(key)
                .addConstraintViolation();
    }
}
