package org.contentpack.access;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Supplier;

/**
 * Named tokens in a file, read again whenever it changes, so that one is revoked by taking its line
 * out. While the file cannot be read or has a line that is wrong, none of its tokens is accepted: a
 * mistake must not keep alive what somebody meant to revoke.
 *
 * <p>Safe for use by several threads.
 *
 * @see TokenLines the form of its lines
 */
public final class TokenFile implements Supplier<List<Token>> {

    private static final Logger LOG = System.getLogger(TokenFile.class.getName());

    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private State state;

    private record State(String stamp, List<Token> tokens) {}

    /**
     * Reads the file.
     *
     * @throws IOException where it cannot be read or has a line that is wrong: a server should not
     *     start so
     */
    public TokenFile(Path file) throws IOException {
        this.file = file;
        String stamp = stamp();
        try {
            this.state = new State(stamp, read());
        } catch (TokenLines.Malformed e) {
            throw new IOException("the file of tokens, " + file + ", " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized List<Token> get() {
        String stamp;
        try {
            stamp = stamp();
        } catch (IOException e) {
            stamp = "unreadable";
        }
        if (!stamp.equals(state.stamp)) {
            state = new State(stamp, reread());
        }
        return state.tokens;
    }

    private List<Token> reread() {
        try {
            List<Token> tokens = read();
            LOG.log(Level.INFO, "the file of tokens was read again: {0} tokens", tokens.size());
            return tokens;
        } catch (IOException | TokenLines.Malformed e) {
            LOG.log(
                    Level.ERROR,
                    "none of the tokens in "
                            + file
                            + " is accepted until it is mended: "
                            + e.getMessage());
            return List.of();
        }
    }

    private List<Token> read() throws IOException, TokenLines.Malformed {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException("the file of tokens is longer than " + MAX_BYTES + " bytes");
        }
        return TokenLines.parse(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    private String stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
    }
}
