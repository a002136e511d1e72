package org.contentpack.manifest;

import org.contentpack.finding.BuiltInRule;

/**
 * What can be wrong with any text file, whatever it says. Each has one rule for manifests and one
 * for articles, with equal numbers.
 */
enum TextDefect {
    NOT_UTF8(1),
    UTF16(2),
    BYTE_ORDER_MARK(3),
    CONTROL_CHARACTER(4),
    DIRECTION_OVERRIDE(5),
    CARRIAGE_RETURN(6),
    NOT_COMPOSED(7),
    NO_FINAL_LINE_FEED(8),
    SYNTAX(10),
    TAG(11),
    ANCHOR(12),
    ALIAS(13),
    MERGE_KEY(14),
    DUPLICATE_KEY(15),
    KEY_NOT_A_WORD(16),
    SECOND_DOCUMENT(17),
    TOO_DEEP(18),
    TOO_MANY_VALUES(19),
    NOT_A_MAPPING(20),
    UNKNOWN_KEY(21),
    NO_VALUE(22),
    TEXT_DUE(23),
    LIST_DUE(24),
    MAPPING_DUE(25);

    private final int number;

    TextDefect(int number) {
        this.number = number;
    }

    BuiltInRule in(Part part) {
        return BuiltInRule.valueOf(part.group() + "_0" + (number < 10 ? "0" : "") + number);
    }
}
