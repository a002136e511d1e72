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
import java.util.function.Consumer;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.JarPacks;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFolders;
import org.contentpack.finding.Finding;
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

    /** Takes what is wrong with a jar as a whole. */
    interface JarFindings {
        void take(String jar, List<Finding> findings);
    }

    /**
     * Gives every pack to the taker, by id, then by version. Their files are closed afterwards.
     *
     * @throws IOException where the application's own files cannot be read
     */
    void each(Consumer<FoundPack> taker, JarFindings jars) throws IOException {
        Path temporary = Files.createTempDirectory("contentpack-jars-");
        List<JarPacks> opened = new ArrayList<>();
        List<FoundPack> found = new ArrayList<>();
        try {
            found.addAll(
                    new PackFolders(limits)
                            .below(new WebArchiveTree(context, FOLDERS), "WEB-INF/content-pack"));
            for (String jar : new WebArchiveTree(context, JARS).paths()) {
                JarPacks packs = open(jar, temporary);
                opened.add(packs);
                found.addAll(packs.packs());
                if (!packs.findings().isEmpty()) {
                    jars.take("WEB-INF/lib/" + jar, packs.findings());
                }
            }
            found.sort(ORDER);
            found.forEach(taker);
        } finally {
            close(found, opened);
            Files.deleteIfExists(temporary);
        }
    }

    private JarPacks open(String jar, Path temporary) throws IOException {
        try (InputStream in = context.getResourceAsStream(JARS + jar)) {
            if (in == null) {
                throw new IOException("the application has lost its jar " + jar);
            }
            return JarPacks.open(in, "WEB-INF/lib/" + jar, limits, temporary);
        }
    }

    /** One that cannot be closed keeps no other open. */
    private static void close(List<FoundPack> found, List<JarPacks> jars) throws IOException {
        List<Closeable> all = new ArrayList<>();
        for (FoundPack pack : found) {
            if (pack.result() instanceof OpenResult.Opened opened) {
                all.add(opened.files());
            }
        }
        all.addAll(jars);
        IOException failure = null;
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
