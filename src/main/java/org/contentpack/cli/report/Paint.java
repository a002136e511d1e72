package org.contentpack.cli.report;

import org.contentpack.cli.report.ReportSettings.Colour;

/**
 * Sets text off by colour where a terminal may be told so.
 *
 * @see <a href="https://www.ecma-international.org/publications-and-standards/standards/ecma-48/">
 *     ECMA-48, select graphic rendition</a>
 */
record Paint(Colour colour) {

    static final String BOLD = "1";
    static final String RED = "31";
    static final String GREEN = "32";
    static final String CYAN = "36";
    static final String BLUE = "1;34";

    String of(String code, String text) {
        return colour == Colour.ALWAYS && !text.isEmpty()
                ? "\u001B[" + code + "m" + text + "\u001B[0m"
                : text;
    }
}
