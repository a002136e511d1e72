package org.contentpack.sync.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contentpack.export.wordpress.PostMeta;
import org.contentpack.export.wordpress.References;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FileEntry;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Outgoing;

/** Pictures of releases in the site's media library, each once by its digest. */
final class Media {

    private static final String ROUTE = "/wp/v2/media";

    private final WordPressApi api;

    Media(WordPressApi api) {
        this.api = api;
    }

    /** The address of a picture, which is uploaded where it is missing. */
    Optional<String> address(String hex, Outgoing outgoing) throws IOException {
        Optional<FileEntry> file =
                outgoing.release().files().entries().stream()
                        .filter(f -> f.path().isIn("assets"))
                        .filter(f -> f.digest().hex().startsWith(hex))
                        .findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> there =
                api.all(
                        ROUTE,
                        Map.of(
                                "contentpack_digest",
                                file.get().digest().value(),
                                "_fields",
                                "id,source_url"));
        JsonNode picture = there.isEmpty() ? upload(file.get(), outgoing) : there.get(0);
        String address = picture.path("source_url").asText("");
        if (!References.addresses(address).containsKey(hex)) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_WRITTEN,
                    "The site renamed the picture " + file.get().path() + ".",
                    "Look for a plugin that renames uploads, and let it leave these alone.");
        }
        return Optional.of(address);
    }

    private JsonNode upload(FileEntry file, Outgoing outgoing) throws IOException {
        byte[] bytes;
        try (InputStream in = outgoing.files().open(file.path())) {
            bytes = in.readAllBytes();
        }
        String name = References.fileName(file.path(), file.digest());
        JsonNode made =
                api.upload(
                        ROUTE,
                        type(name),
                        Map.of(
                                "Content-Disposition",
                                "attachment; filename=\"" + name + "\"",
                                "X-Contentpack-Digest",
                                file.digest().value()),
                        bytes);
        ObjectNode said = WordPressApi.JSON.createObjectNode();
        outgoing.release().manifest().asset(file.path()).ifPresent(asset -> describe(said, asset));
        said.putObject("meta").put(PostMeta.DIGEST.key(), file.digest().value());
        return api.post(ROUTE + "/" + made.path("id").asText(), said);
    }

    private static void describe(ObjectNode said, AssetEntry asset) {
        said.put("title", asset.title());
        said.put("alt_text", asset.alt());
        said.put("caption", asset.title());
        said.put("description", asset.credit() + " (" + asset.license() + ")");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            case "webp" -> "image/webp";
            default -> "image/jpeg";
        };
    }
}
