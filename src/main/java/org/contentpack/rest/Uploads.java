package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.contentpack.access.Allowance;
import org.contentpack.pack.Digest;
import org.contentpack.registry.StoreException;

/**
 * Takes zips that clients send, onto the disk and never into memory, only so many at once, and only
 * so many of one caller in a minute.
 *
 * <p>All that the header fields tell is looked at before a byte of the body is read. Safe for use
 * by several threads.
 */
@ApplicationScoped
public class Uploads {

    static final String MEDIA_TYPE = "application/zip";

    private static final String ENDING = ".upload";

    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    private static final int BUFFER = 64 * 1024;

    @Inject UploadSettings settings;

    @Inject InstantSource clock;

    @Inject JsonWriter json;

    private Semaphore places = new Semaphore(0);

    /** By caller; there are as many as tokens. */
    private final Map<String, Allowance> rates = new ConcurrentHashMap<>();

    /**
     * Called once, before the first request. Bodies that a server left behind when it was ended are
     * nobody's: the folder is ours.
     */
    public void begin() {
        places = new Semaphore(settings.atOnce());
        try {
            Files.createDirectories(settings.folder());
            try (Stream<Path> left = Files.list(settings.folder())) {
                for (Path file : left.filter(f -> f.toString().endsWith(ENDING)).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(
                    "the folder for uploads cannot be used: " + settings.folder(), e);
        }
    }

    /**
     * The body of a request, once it has arrived whole and is what its digest fields say.
     *
     * @throws ProblemException where it is not a zip by its media type, too long, too slow, or not
     *     the bytes that were announced
     */
    Upload receive(HttpServletRequest request) throws IOException {
        checkKind(request);
        List<ContentDigests.Expected> expected = ContentDigests.of(request);
        long length = request.getContentLengthLong();
        if (length > settings.maxBytes()) {
            throw tooLarge();
        }
        if (length == 0) {
            throw ProblemException.malformed("The body must be a zip; it is empty.");
        }
        if (!places.tryAcquire()) {
            throw tooMany(
                    "As many uploads are arriving as this server takes at once; try again soon.",
                    Duration.ofSeconds(2));
        }
        if (!isWithinRate(Callers.of(request).name())) {
            places.release();
            throw tooMany(
                    "One caller may send "
                            + settings.perMinute()
                            + " packs a minute; try again later.",
                    RATE_WINDOW);
        }
        boolean received = false;
        Path file = settings.folder().resolve(java.util.UUID.randomUUID() + ENDING);
        try {
            Digest digest = copy(request, file, expected);
            received = true;
            return new Upload(file, digest, places);
        } finally {
            if (!received) {
                new Upload(file, Digest.of(new byte[0]), places).close();
            }
        }
    }

    private boolean isWithinRate(String caller) {
        return rates.computeIfAbsent(caller, c -> new Allowance(settings.perMinute(), RATE_WINDOW))
                .isAllowed(clock.instant());
    }

    private static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(
                Problem.of(ProblemType.RATE_LIMITED, detail),
                "Retry-After",
                Long.toString(retryAfter.toSeconds()));
    }

    private static void checkKind(HttpServletRequest request) {
        if (!BodyKind.of(request).equals(MEDIA_TYPE)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be a zip, sent as it is with \"Content-Type: "
                                    + MEDIA_TYPE
                                    + "\"."),
                    "Accept-Post",
                    MEDIA_TYPE);
        }
        String coding = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("");
        if (!coding.isEmpty() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be sent without Content-Encoding."),
                    "Accept-Encoding",
                    "identity");
        }
    }

    private Digest copy(
            HttpServletRequest request, Path file, List<ContentDigests.Expected> expected)
            throws IOException {
        ArrivingBody body = new ArrivingBody(request.getInputStream(), clock, settings.deadline());
        MessageDigest sha256 = Digest.sha256();
        long total = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > settings.maxBytes()) {
                    throw tooLarge();
                }
                sha256.update(buffer, 0, read);
                for (ContentDigests.Expected one : expected) {
                    one.update(buffer, read);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new StoreException("the disk cannot take an upload", e);
        }
        if (total == 0) {
            throw ProblemException.malformed("The body must be a zip; it is empty.");
        }
        expected.forEach(ContentDigests.Expected::check);
        return Digest.ofHex(HexFormat.of().formatHex(sha256.digest()));
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(
                        ProblemType.PAYLOAD_TOO_LARGE,
                        "The body may have at most " + settings.maxBytes() + " bytes."),
                "Connection",
                "close");
    }
}
