package org.contentpack.sync.directus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FileEntry;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.items.PictureFile;

/**
 * Pictures of releases among the files of Directus. The id of a file is made of its digest, so that
 * nobody can upload one twice.
 */
final class Pictures {

    private static final String PATH = "/files";

    private final DirectusApi api;

    Pictures(DirectusApi api) {
        this.api = api;
    }

    /**
     * Uploads what a text shows and is not there yet.
     *
     * @param shown by a text as it stands now, and not asked for
     */
    void upload(String canonical, String shown, Outgoing outgoing) throws IOException {
        Set<String> wanted = new HashSet<>(References.assets(canonical));
        wanted.removeAll(References.assets(shown));
        for (FileEntry file : outgoing.release().files().entries()) {
            if (file.path().isIn("assets") && wanted.remove(References.uuid(file.digest()))) {
                upload(file, outgoing);
            }
        }
    }

    private void upload(FileEntry file, Outgoing outgoing) throws IOException {
        String id = References.uuid(file.digest());
        Optional<JsonNode> there = api.row(PATH, id, "id,filesize");
        if (there.isPresent() && isWhole(there.get(), file)) {
            return;
        }
        byte[] bytes;
        try (InputStream in = outgoing.files().open(file.path())) {
            bytes = in.readAllBytes();
        }
        String name = PictureFile.name(file);
        Map<String, String> fields = new TreeMap<>();
        if (there.isEmpty()) {
            fields.put("id", id);
        }
        fields.put("filename_download", name);
        outgoing.release().manifest().asset(file.path()).ifPresent(a -> describe(fields, a));
        api.upload(
                there.isEmpty() ? "POST" : "PATCH",
                there.isEmpty() ? PATH : PATH + "/" + id,
                fields,
                name,
                PictureFile.type(name),
                bytes);
        if (api.row(PATH, id, "id,filesize").filter(row -> isWhole(row, file)).isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.NOT_WRITTEN,
                    "The picture " + file.path() + " was uploaded and is not there as it was sent.",
                    "Look for an extension that changes uploads, and let it leave these alone.");
        }
    }

    /** An upload that broke off leaves a row without a size, or with another one. */
    private static boolean isWhole(JsonNode row, FileEntry file) {
        return row.path("filesize").asLong(-1) == file.sizeBytes();
    }

    private static void describe(Map<String, String> fields, AssetEntry asset) {
        fields.put("title", asset.title());
        fields.put("description", asset.alt());
        fields.put("location", asset.credit() + " (" + asset.license() + ")");
    }
}
