package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FileEntry;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.http.Json;
import org.contentpack.sync.items.PictureFile;

/**
 * Pictures of releases in the media library. Strapi takes the same file any number of times, so one
 * is looked for by the digits in its name in the store before it is sent; an upload that broke off
 * leaves nothing.
 */
final class Pictures {

    private final StrapiApi api;

    Pictures(StrapiApi api) {
        this.api = api;
    }

    /**
     * Where the site has pictures; what is not there yet is uploaded.
     *
     * @param wanted digits
     * @param standing the text as it stands; what it shows is not asked for
     * @return addresses by digits
     */
    Map<String, String> addresses(Set<String> wanted, String standing, Outgoing outgoing)
            throws IOException {
        Map<String, String> addresses = new TreeMap<>(References.addresses(standing));
        Set<String> left = new TreeSet<>(wanted);
        left.removeAll(addresses.keySet());
        for (FileEntry file : outgoing.release().files().entries()) {
            String digits = References.digits(file.digest());
            if (file.path().isIn("assets") && left.remove(digits)) {
                addresses.put(digits, address(file, outgoing));
            }
        }
        return addresses;
    }

    private String address(FileEntry file, Outgoing outgoing) throws IOException {
        Optional<String> there = find(file);
        if (there.isPresent()) {
            return there.get();
        }
        byte[] bytes;
        try (InputStream in = outgoing.files().open(file.path())) {
            bytes = in.readAllBytes();
        }
        String name = PictureFile.name(file);
        Map<String, String> about = new TreeMap<>();
        about.put("name", name);
        outgoing.release().manifest().asset(file.path()).ifPresent(a -> describe(about, a));
        api.upload(
                Map.of("fileInfo", Json.MAPPER.writeValueAsString(about)),
                name,
                PictureFile.type(name),
                bytes);
        return find(file)
                .orElseThrow(
                        () ->
                                new ConnectorException(
                                        ConnectorException.Kind.NOT_WRITTEN,
                                        "The picture "
                                                + file.path()
                                                + " was uploaded and is not there under its name.",
                                        "Look for what changes uploads, and let it leave the names"
                                                + " of files alone."));
    }

    private Optional<String> find(FileEntry file) throws IOException {
        String digits = References.digits(file.digest());
        List<JsonNode> files = api.files("_" + digits + "_");
        return files.stream()
                .map(found -> found.path("url").asText(""))
                .map(url -> url.startsWith("/") ? api.site() + url : url)
                .filter(url -> References.isOf(url, digits))
                .findFirst();
    }

    private static void describe(Map<String, String> about, AssetEntry asset) {
        about.put("alternativeText", asset.alt());
        about.put("caption", asset.credit() + " (" + asset.license() + ")");
    }
}
