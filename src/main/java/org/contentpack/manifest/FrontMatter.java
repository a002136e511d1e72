package org.contentpack.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Position;

/**
 * An article's text, cut between its YAML and its Markdown.
 *
 * @param yaml between the two lines {@code ---}, from line {@value #FIRST_LINE} of the file on
 * @param isPresent false where there are no two such lines
 * @param bodyStart index of the first character behind the closing line
 */
record FrontMatter(String yaml, boolean isPresent, int bodyStart) {

    /** The line of the file that the YAML begins in. */
    static final int FIRST_LINE = 2;

    private static final String FENCE = "---";
    private static final Pattern OPENING = Pattern.compile(FENCE + "[ \\t]*+(?:\\n|\\z)");
    private static final Pattern CLOSING =
            Pattern.compile("^" + FENCE + "[ \\t]*+(?:\\n|\\z)", Pattern.MULTILINE);

    static FrontMatter of(String text, FileFindings findings) {
        Matcher opening = OPENING.matcher(text);
        if (!opening.lookingAt()) {
            findings.add(BuiltInRule.ART_040, Position.START);
            return new FrontMatter("", false, 0);
        }
        Matcher closing = CLOSING.matcher(text);
        if (!closing.find(opening.end())) {
            findings.add(BuiltInRule.ART_041, Position.START);
            return new FrontMatter("", false, text.length());
        }
        return new FrontMatter(text.substring(opening.end(), closing.start()), true, closing.end());
    }
}
