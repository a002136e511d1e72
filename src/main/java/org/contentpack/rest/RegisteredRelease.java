package org.contentpack.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.render.Addresses;
import org.contentpack.render.TextStatus;

/** A release that was found, for exporters; its history is that of the moment it was found. */
record RegisteredRelease(ReleaseLookup.Found found, Registry registry, Addresses addresses)
        implements ReleaseView {

    @Override
    public Release release() {
        return found.release();
    }

    @Override
    public Article article(ArticleHead head) throws IOException {
        return registry.article(head);
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        FileEntry file =
                release()
                        .files()
                        .find(path)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the release has no file " + path));
        return registry.blob(file.digest())
                .orElseThrow(() -> new StoreException("the store has lost " + path))
                .open();
    }

    @Override
    public TextStatus status(ArticleHead head) {
        return found.status(head);
    }

    @Override
    public Optional<TextStatus.Notice> notice() {
        return found.notice();
    }
}
