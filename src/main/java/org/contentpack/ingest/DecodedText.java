package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a file, lines ended by LF, so that a place in them is a line and a column of
 * the file.
 *
 * <p>The charset is that of a byte order mark, else the one that the caller names, else the one
 * that HTML or XML declares, else UTF-8. Nothing is guessed from the frequency of bytes.
 *
 * @param isDamaged true where bytes stand in it that the charset does not have; they became U+FFFD
 */
record DecodedText(String text, Charset charset, boolean isDamaged) {

    static final char REPLACEMENT = '\uFFFD';

    /** Where HTML has to have declared its charset, with room for a comment before it. */
    private static final int HEAD = 4_096;

    private static final Pattern DECLARED =
            Pattern.compile(
                    "<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})",
                    Pattern.CASE_INSENSITIVE);

    static DecodedText of(byte[] bytes, Optional<Charset> chosen) {
        Mark mark = Mark.of(bytes);
        Charset charset = mark.charset.or(() -> chosen).or(() -> declared(bytes)).orElse(UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
        try {
            return of(charset.newDecoder().decode(in.duplicate()).toString(), charset, false);
        } catch (CharacterCodingException e) {
            return of(charset.decode(in).toString(), charset, true);
        }
    }

    private static DecodedText of(String text, Charset charset, boolean isDamaged) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return new DecodedText(lines, charset, isDamaged);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        try {
            Charset named = Charset.forName(declared.group(1));
            // A declaration that could be read byte by byte is no UTF-16.
            return Optional.of(named).filter(c -> !c.name().startsWith("UTF-"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A byte order mark. */
    private record Mark(Optional<Charset> charset, int length) {

        static Mark of(byte[] bytes) {
            if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Mark(Optional.of(UTF_8), 3);
            } else if (begins(bytes, 0xFE, 0xFF)) {
                return new Mark(Optional.of(UTF_16BE), 2);
            } else if (begins(bytes, 0xFF, 0xFE)) {
                return new Mark(Optional.of(UTF_16LE), 2);
            }
            return new Mark(Optional.empty(), 0);
        }

        private static boolean begins(byte[] bytes, int... mark) {
            for (int i = 0; i < mark.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** True where the beginning looks like a program, a picture or an office file. */
    boolean isBinary() {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        if (head.startsWith("PK\u0003\u0004")
                || head.startsWith("%PDF-")
                || head.startsWith("{\\rtf")) {
            return true;
        }
        long hidden =
                head.codePoints()
                        .filter(
                                c ->
                                        c == REPLACEMENT
                                                || (c < ' ' && c != '\n' && c != '\t' && c != '\f'))
                        .count();
        return hidden > 10 && hidden * 20 > head.length();
    }
}
