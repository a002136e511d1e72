package org.contentpack.sync.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.pack.FileEntry;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.items.PictureFile;

/**
 * Pictures of releases among the images of Ghost, which cannot be listed: one is found again where
 * a post of the pack shows it, or where Ghost puts what is uploaded this month. Digits of the
 * digest stand in the name of its file.
 */
final class Pictures {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu/MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Ghost takes the month of its own time zone. */
    private static final Duration ZONES = Duration.ofHours(14);

    private final GhostApi api;
    private final InstantSource clock;

    Pictures(GhostApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * Addresses of the pictures of a text, by digits; what is not there yet is uploaded.
     *
     * @param standing the text that it takes the place of, as Ghost keeps it
     */
    Map<String, String> addresses(Set<String> wanted, String standing, Outgoing outgoing)
            throws IOException {
        Map<String, String> addresses = new HashMap<>(References.addresses(standing));
        if (!addresses.keySet().containsAll(wanted)) {
            for (JsonNode post : posts(outgoing)) {
                References.addresses(Posts.text(post, Posts.LEXICAL))
                        .forEach(addresses::putIfAbsent);
            }
        }
        for (FileEntry file : outgoing.release().files().entries()) {
            String digits = References.hex(file.digest());
            if (file.path().isIn("assets")
                    && wanted.contains(digits)
                    && !addresses.containsKey(digits)) {
                addresses.put(digits, address(file, outgoing));
            }
        }
        return addresses;
    }

    private List<JsonNode> posts(Outgoing outgoing) throws IOException {
        return api.all(
                "/posts/",
                "posts",
                Map.of(
                        "filter",
                        "tag:'" + Posts.tagSlug(outgoing.marks().key().pack()) + "'",
                        "formats",
                        "lexical",
                        "fields",
                        "id,lexical"));
    }

    private String address(FileEntry file, Outgoing outgoing) throws IOException {
        Optional<String> there = thisMonth(PictureFile.name(file));
        return there.isPresent() ? there.get() : upload(file, outgoing);
    }

    /** The answer to an upload may have been lost. */
    private Optional<String> thisMonth(String name) throws IOException {
        Instant now = clock.instant();
        Set<String> months =
                new TreeSet<>(
                        List.of(
                                MONTH.format(now),
                                MONTH.format(now.minus(ZONES)),
                                MONTH.format(now.plus(ZONES))));
        for (String month : months) {
            String path = "/content/images/" + month + "/" + name;
            if (api.has(path)) {
                // Without a host: where readers find the site, Ghost knows better.
                return Optional.of(Optional.ofNullable(api.site().getRawPath()).orElse("") + path);
            }
        }
        return Optional.empty();
    }

    private String upload(FileEntry file, Outgoing outgoing) throws IOException {
        byte[] bytes;
        try (InputStream in = outgoing.files().open(file.path())) {
            bytes = in.readAllBytes();
        }
        String name = PictureFile.name(file);
        String address = api.upload(name, PictureFile.type(name), bytes);
        if (!References.picture(address).equals(Optional.of(References.hex(file.digest())))) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_WRITTEN,
                    "The site renamed the picture " + file.path() + ".",
                    "Look for a storage adapter that renames uploads, and let it leave these"
                            + " alone.");
        }
        return address;
    }
}
