package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.ResourceReader;
import org.contentpack.rest.CompanionPlugin;
import org.jspecify.annotations.Nullable;

/**
 * The companion plugin that came with the application, below {@code WEB-INF/wordpress/}. It is
 * packed once, before the first request.
 */
@ApplicationScoped
public class BuiltInPlugin {

    private static final String FOLDER = "/WEB-INF/wordpress/";

    private volatile @Nullable CompanionPlugin plugin;

    /** Packs it; called once, before the first request. */
    void begin(ServletContext application) {
        try {
            OpenResult result =
                    new ResourceReader(Limits.DEFAULT)
                            .open(new WebArchiveTree(application, FOLDER));
            if (result instanceof OpenResult.Opened opened) {
                try (PackFiles files = opened.files()) {
                    plugin = CompanionPlugin.of(files);
                }
            } else {
                throw new IOException(((OpenResult.Refused) result).findings().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin for WordPress cannot be packed", e);
        }
    }

    @Produces
    @Dependent
    public CompanionPlugin plugin() {
        CompanionPlugin packed = plugin;
        if (packed == null) {
            throw new IllegalStateException("the plugin is packed when the application starts");
        }
        return packed;
    }
}
