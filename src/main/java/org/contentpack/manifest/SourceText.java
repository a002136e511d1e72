package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.finding.Position;

/**
 * The text of a file as the readers of YAML and Markdown take it: UTF-8, lines ended by LF, without
 * characters that nobody sees. What of that does not hold in the bytes is found and mended, so that
 * reading goes on and finds the rest; a file without findings is given on unchanged.
 */
final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private SourceText() {}

    /** The mended text, or empty where the bytes are no text in UTF-8 at all. */
    static Optional<String> read(byte[] bytes, FileFindings findings) {
        if (isUtf16(bytes)) {
            findings.add(TextDefect.UTF16, Position.START);
            return Optional.empty();
        }
        String text = decode(bytes, findings);
        if (text.startsWith(String.valueOf(BYTE_ORDER_MARK))) {
            findings.add(TextDefect.BYTE_ORDER_MARK, Position.START);
            text = text.substring(1);
        }
        text = withLineFeeds(text, findings);
        text = withoutControls(text, findings);
        findDecomposed(text, findings);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            findings.add(TextDefect.NO_FINAL_LINE_FEED, new Lines(text).at(text.length()));
        }
        return Optional.of(text);
    }

    /**
     * Finds what a value holds that escapes in YAML wrote: the file's own text shows none of it.
     */
    static void checkEscaped(String value, Position position, FileFindings findings) {
        value.codePoints()
                .filter(c -> isControl(c) || isDirectionOverride(c))
                .distinct()
                .forEach(c -> findings.add(defect(c), position, name(c)));
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return (first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE)
                || (first == 0) != (second == 0);
    }

    private static String decode(byte[] bytes, FileFindings findings) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = UTF_8.newDecoder().decode(in, out, true);
        String valid = out.flip().toString();
        if (!result.isError()) {
            return valid;
        }
        String before = valid.replace("\r\n", "\n").replace('\r', '\n');
        findings.add(TextDefect.NOT_UTF8, new Lines(before).at(before.length()));
        return new String(bytes, UTF_8);
    }

    private static String withLineFeeds(String text, FileFindings findings) {
        int first = text.indexOf('\r');
        if (first < 0) {
            return text;
        }
        findings.add(
                TextDefect.CARRIAGE_RETURN,
                new Lines(text).at(first),
                text.startsWith("\r\n", first) ? "CR LF" : "CR");
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String withoutControls(String text, FileFindings findings) {
        if (text.codePoints().noneMatch(c -> isControl(c) || isDirectionOverride(c))) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        int line = 1;
        int column = 1;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isControl(c) || isDirectionOverride(c)) {
                if (!findings.isFull()) {
                    findings.add(defect(c), new Position(line, column), name(c));
                }
            }
            mended.appendCodePoint(isControl(c) ? REPLACEMENT : c);
            line += c == '\n' ? 1 : 0;
            column = c == '\n' ? 1 : column + 1;
        }
        return mended.toString();
    }

    private static void findDecomposed(String text, FileFindings findings) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!Normalizer.isNormalized(lines[i], Normalizer.Form.NFC)) {
                findings.add(TextDefect.NOT_COMPOSED, new Position(i + 1, 1));
                return;
            }
        }
    }

    private static TextDefect defect(int c) {
        return isControl(c) ? TextDefect.CONTROL_CHARACTER : TextDefect.DIRECTION_OVERRIDE;
    }

    /**
     * Controls but tab and line feed, lone surrogates, noncharacters, byte order marks within the
     * text, and the two separators that some readers take for ends of lines.
     */
    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    true;
            default ->
                    c == BYTE_ORDER_MARK || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        };
    }

    /**
     * Embeddings, overrides and isolates; the plain marks U+200E, U+200F and U+061C reorder nothing
     * but what touches them and are left to the writer.
     *
     * @see <a href="https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing">UTR 36</a>
     */
    private static boolean isDirectionOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static String name(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
