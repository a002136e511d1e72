package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidatorContext;

/** What to write instead, sent along behind the code in a violation's template. */
final class Suggestion {

    private Suggestion() {}

    /**
     * Ends the default violation and adds one whose template is the code, a space and the text.
     *
     * @param text without braces and dollar signs, which a message interpolator may read
     */
    static void add(ConstraintValidatorContext context, String text) {
        String code = context.getDefaultConstraintMessageTemplate();
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(code + " " + text).addConstraintViolation();
    }
}
