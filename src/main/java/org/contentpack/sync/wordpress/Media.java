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
                                PostMeta.DIGEST.key(),
                                file.get().digest().value(),
                                "context",
                                "edit",
                                "_fields",
                                "id,source_url,alt_text,description"));
        JsonNode picture = there.isEmpty() ? upload(file.get(), outgoing) : there.get(0);
        if (isBare(picture)) {
            describe(picture, file.get(), outgoing);
        }
        String address = picture.path("source_url").asText("");
        if (!References.addresses(address).containsKey(hex)) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_WRITTEN,
                    "The site renamed the picture " + file.get().path() + ".",
                    "Look for a plugin that renames uploads, and let it leave these alone.");
        }
        return Optional.of(address);
    }

    /** As it is uploaded, also where what was to follow did not come. */
    private static boolean isBare(JsonNode picture) {
        return picture.path("alt_text").asText("").isEmpty()
                && picture.path("description").path("raw").asText("").isEmpty();
    }

    /**
     * The digest comes with the bytes: a picture without it would not be found again, and be
     * uploaded twice.
     */
    private JsonNode upload(FileEntry file, Outgoing outgoing) throws IOException {
        byte[] bytes;
        try (InputStream in = outgoing.files().open(file.path())) {
            bytes = in.readAllBytes();
        }
        String name = References.fileName(file.path(), file.digest());
        return api.upload(
                ROUTE,
                Map.of(
                        "context",
                        "edit",
                        "meta[" + PostMeta.DIGEST.key() + "]",
                        file.digest().value()),
                Map.of(
                        "Content-Type",
                        type(name),
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "\"",
                        "X-Contentpack-Digest",
                        file.digest().value()),
                bytes);
    }

    private void describe(JsonNode picture, FileEntry file, Outgoing outgoing) throws IOException {
        Optional<AssetEntry> asset = outgoing.release().manifest().asset(file.path());
        if (asset.isPresent()) {
            ObjectNode said = WordPressApi.JSON.createObjectNode();
            describe(said, asset.get());
            api.post(ROUTE + "/" + picture.path("id").asText(), said);
        }
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
