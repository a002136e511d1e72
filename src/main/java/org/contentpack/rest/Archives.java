package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/** A release as its canonical zip, made while it is sent. */
final class Archives {

    private Archives() {}

    static Response answer(
            Registration registration,
            Registry registry,
            Responses responses,
            CacheLifetime lifetime,
            HttpServletRequest request) {
        return responses.stream(
                new Responses.StoredBytes(
                        registration.archiveDigest(),
                        registration.archiveBytes(),
                        out -> {
                            try (PackFiles files = registry.files(registration)) {
                                CanonicalArchive.write(files, out);
                            }
                        }),
                "application/zip",
                lifetime,
                request);
    }
}
