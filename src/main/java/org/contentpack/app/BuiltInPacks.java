package org.contentpack.app;

import jakarta.servlet.ServletContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.JarPacks;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFolders;
import org.contentpack.version.Version;

/**
 * The packs that came with the application: below {@code WEB-INF/content-pack/} and in its jars.
 */
final class BuiltInPacks {

    private static final String FOLDERS = "/WEB-INF/content-pack/";
    private static final String JARS = "/WEB-INF/lib/";

    /** A release is checked against the one before, so lower versions come first. */
    private static final Comparator<FoundPack> ORDER =
            Comparator.<FoundPack, String>comparing(found -> found.location().id())
                    .thenComparing(
                            found -> Version.parse(found.location().version()),
                            Comparator.comparing(
                                    (Optional<Version> v) -> v.orElse(new Version("0.0.0"))))
                    .thenComparing(FoundPack::origin);

    private final ServletContext context;
    private final Limits limits;

    BuiltInPacks(ServletContext context, Limits limits) {
        this.context = context;
        this.limits = limits;
    }

    /** Takes packs one by one. */
    interface Taker {
        void take(FoundPack found) throws IOException;
    }

    /**
     * Gives every pack to the taker, by id, then by version. Their files are closed afterwards.
     *
     * @throws IOException where the application's own files cannot be read
     */
    void each(Taker taker) throws IOException {
        List<FoundPack> found = new ArrayList<>();
        List<Closeable> open = new ArrayList<>();
        Path temporary = Files.createTempDirectory("contentpack-jars-");
        try {
            found.addAll(
                    new PackFolders(limits)
                            .below(new WebArchiveTree(context, FOLDERS), "WEB-INF/content-pack"));
            for (String jar : new WebArchiveTree(context, JARS).paths()) {
                try (InputStream in = context.getResourceAsStream(JARS + jar)) {
                    JarPacks packs = JarPacks.open(in, "WEB-INF/lib/" + jar, limits, temporary);
                    open.add(packs);
                    found.addAll(packs.packs());
                }
            }
            found.sort(ORDER);
            for (FoundPack pack : found) {
                taker.take(pack);
            }
        } finally {
            for (FoundPack pack : found) {
                if (pack.result() instanceof OpenResult.Opened opened) {
                    opened.files().close();
                }
            }
            for (Closeable jar : open) {
                jar.close();
            }
            Files.delete(temporary);
        }
    }
}
