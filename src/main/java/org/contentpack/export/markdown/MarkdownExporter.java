package org.contentpack.export.markdown;

import java.io.IOException;
import java.io.OutputStream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.export.Exporter;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.ReleaseId;

/**
 * A release as a zip to be unpacked over the folder of a Hugo site: pages below {@code content},
 * pictures below {@code static}. The zip is canonical. One article at a time is in memory.
 *
 * @see <a href="https://gohugo.io/content-management/multilingual/#translate-your-content">Hugo,
 *     translation by file name</a>
 */
public final class MarkdownExporter implements Exporter {

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public String fileName(ReleaseId release) {
        return release.pack() + "-" + release.version() + ".markdown.zip";
    }

    @Override
    public void write(ReleaseView view, OutputStream out) throws IOException {
        try (HugoFiles files = new HugoFiles(view)) {
            CanonicalArchive.write(files, out);
        }
    }
}
