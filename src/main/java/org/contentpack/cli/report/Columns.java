package org.contentpack.cli.report;

/**
 * How many columns of a terminal a character takes: none for marks that stand over the one before,
 * two for the wide ones of East Asia and for pictures, one for the rest.
 *
 * <p>Blocks, not single characters: a terminal draws what a block reserves with the same width.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">UAX 11, East Asian Width</a>
 */
final class Columns {

    /** First and last characters of wide stretches, in order. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1B000, 0x1B2FF},
        {0x1F1E6, 0x1F1FF},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private Columns() {}

    static int of(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static boolean isWide(int c) {
        for (int[] stretch : WIDE) {
            if (c <= stretch[1]) {
                return c >= stretch[0];
            }
        }
        return false;
    }
}
