package org.contentpack.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The keys whose signatures are believed. */
public record TrustedKeys(List<TrustedKey> keys) {

    /** Nobody's. */
    public static final TrustedKeys NONE = new TrustedKeys(List.of());

    private static final String ENDING = ".pem";
    private static final long MAX_BYTES = 10_000;

    public TrustedKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Every {@code .pem} of a folder, in the order of their names.
     *
     * @throws IOException where the folder or a key cannot be read, or a file is no such key
     */
    public static TrustedKeys in(Path folder) throws IOException {
        List<TrustedKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                if (Files.size(file) > MAX_BYTES) {
                    throw new IOException(file + " is too long to be a key");
                }
                try {
                    keys.add(TrustedKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII)));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + ": " + e.getMessage(), e);
                }
            }
        }
        return new TrustedKeys(keys);
    }
}
