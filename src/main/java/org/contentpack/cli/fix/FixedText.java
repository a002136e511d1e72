package org.contentpack.cli.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.contentpack.finding.BuiltInRule.ART_003;
import static org.contentpack.finding.BuiltInRule.ART_006;
import static org.contentpack.finding.BuiltInRule.ART_007;
import static org.contentpack.finding.BuiltInRule.ART_008;
import static org.contentpack.finding.BuiltInRule.ART_021;
import static org.contentpack.finding.BuiltInRule.ART_031;
import static org.contentpack.finding.BuiltInRule.ART_051;
import static org.contentpack.finding.BuiltInRule.ART_053;
import static org.contentpack.finding.BuiltInRule.MAN_003;
import static org.contentpack.finding.BuiltInRule.MAN_006;
import static org.contentpack.finding.BuiltInRule.MAN_007;
import static org.contentpack.finding.BuiltInRule.MAN_008;
import static org.contentpack.finding.BuiltInRule.MAN_021;
import static org.contentpack.finding.BuiltInRule.MAN_031;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Position;
import org.contentpack.finding.Rule;

/**
 * The text of one file without the findings that have exactly one right answer: its encoding, its
 * ends of lines, a misspelt key, capital letters where only small ones may stand.
 *
 * <p>Not mended are words that people act on, such as an urgency or the state of a review, however
 * near the right one is; ids and paths, since something else may be what is wrong; and lists of
 * released folders, whose digest others may have signed.
 *
 * @param text the whole file
 * @param mended what is no longer found in it
 */
record FixedText(String text, List<Finding> mended) {

    private static final Set<Rule> BYTE_ORDER_MARK = Set.of(MAN_003, ART_003);
    private static final Set<Rule> ENDS_OF_LINES = Set.of(MAN_006, ART_006);
    private static final Set<Rule> COMPOSED = Set.of(MAN_007, ART_007);
    private static final Set<Rule> LAST_LINE_FEED = Set.of(MAN_008, ART_008);
    private static final Set<Rule> KEYS = Set.of(MAN_021, ART_021);
    private static final Set<Rule> SMALL_LETTERS = Set.of(MAN_031, ART_031, ART_051, ART_053);

    /** What a word of small letters may be: a slug or a tag, or a digest. */
    private static final Pattern SMALL =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|sha256:[0-9a-f]{64}");

    FixedText {
        mended = List.copyOf(mended);
    }

    /** The rules of which some findings are mended. */
    static List<Rule> rules() {
        return List.of(
                        BYTE_ORDER_MARK,
                        ENDS_OF_LINES,
                        COMPOSED,
                        LAST_LINE_FEED,
                        KEYS,
                        SMALL_LETTERS)
                .stream()
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(Rule::code))
                .toList();
    }

    /** Empty where nothing in the file is to be mended, or where it is no UTF-8. */
    static Optional<FixedText> of(byte[] bytes, List<Finding> findings) {
        Optional<String> decoded = decode(bytes);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        Mending mending = new Mending(decoded.get());
        // From the end: what is mended moves nothing that stands before it.
        findings.stream().sorted(Comparator.reverseOrder()).forEach(mending::word);
        findings.forEach(mending::wholeText);
        return mending.mended.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FixedText(mending.text, mending.mended.stream().sorted().toList()));
    }

    /** By its code: authors may have given the rule another severity. */
    private static boolean isOf(Set<Rule> rules, Finding finding) {
        return rules.stream().anyMatch(rule -> rule.code().equals(finding.rule().code()));
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** One text while it is mended. */
    private static final class Mending {

        private String text;
        private final List<Finding> mended = new ArrayList<>();

        Mending(String text) {
            this.text = text;
        }

        /** A word at a place. */
        void word(Finding finding) {
            Optional<String> wrong = finding.arguments().stream().findFirst();
            Optional<String> right = wrong.flatMap(word -> right(finding, word));
            Optional<Position> position = finding.location().position();
            if (right.isPresent() && position.isPresent()) {
                replace(position.get(), wrong.get(), right.get(), finding);
            }
        }

        private static Optional<String> right(Finding finding, String wrong) {
            if (isOf(KEYS, finding)) {
                return finding.suggestion();
            }
            return isOf(SMALL_LETTERS, finding)
                    ? Optional.of(wrong.toLowerCase(Locale.ROOT))
                            .filter(small -> SMALL.matcher(small).matches())
                    : Optional.empty();
        }

        /** Only where the word stands there as it was told, perhaps in quotation marks. */
        private void replace(Position position, String wrong, String right, Finding finding) {
            int at = index(position);
            if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
                at++;
            }
            int end = at + wrong.length();
            boolean isWhole =
                    end >= text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            if (text.startsWith(wrong, at) && isWhole) {
                text = text.substring(0, at) + right + text.substring(end);
                mended.add(finding);
            }
        }

        /** Where a place is in the text; its end for a place behind it. */
        private int index(Position position) {
            int at = text.startsWith("\uFEFF") ? 1 : 0;
            for (int line = 1; line < position.line() && at < text.length(); line++) {
                at = startOfNextLine(at);
            }
            for (int column = 1; column < position.column() && at < text.length(); column++) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }

        private int startOfNextLine(int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            boolean isPair = text.startsWith("\r\n", at);
            return Math.min(text.length(), at + (isPair ? 2 : 1));
        }

        /** The text as a whole. */
        void wholeText(Finding finding) {
            String before = text;
            if (isOf(BYTE_ORDER_MARK, finding) && text.startsWith("\uFEFF")) {
                text = text.substring(1);
            } else if (isOf(ENDS_OF_LINES, finding)) {
                text = text.replace("\r\n", "\n").replace('\r', '\n');
            } else if (isOf(COMPOSED, finding)) {
                text = Normalizer.normalize(text, Normalizer.Form.NFC);
            } else if (isOf(LAST_LINE_FEED, finding) && !text.endsWith("\n")) {
                text = text + "\n";
            }
            if (!text.equals(before)) {
                mended.add(finding);
            }
        }
    }
}
