package org.contentpack.export.wordpress;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.contentpack.export.Exporter;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;

/**
 * A release as a WXR file, which WordPress takes under <em>Tools → Import</em>: each article in
 * each language as a post with the text and the meta that the connector writes, each picture as an
 * attachment that WordPress fetches from this server.
 *
 * <p>WordPress knows a post again by title, date and type. It skips what it knows and never updates
 * it. One article at a time is in memory.
 *
 * @see <a href="https://developer.wordpress.org/reference/functions/export_wp/">export_wp</a>
 */
public final class WordPressExporter implements Exporter {

    static final String ID = "wordpress";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String mediaType() {
        return "application/xml;charset=utf-8";
    }

    @Override
    public String fileName(ReleaseId release) {
        return release.pack() + "-" + release.version() + ".wordpress.xml";
    }

    @Override
    public void write(ReleaseView view, OutputStream out) throws IOException {
        new WxrFile(view, new WxrWriter(out)).write();
    }

    @Override
    public Optional<FilePath> asset(Release release, FilePath named) {
        return release.manifest().assets().stream()
                .map(AssetEntry::path)
                .filter(path -> isNamed(release, path, named))
                .findFirst();
    }

    private static boolean isNamed(Release release, FilePath path, FilePath named) {
        return release.files()
                .find(path)
                .map(file -> References.named(path.value(), file.digest()))
                .filter(named.value()::equals)
                .isPresent();
    }
}
