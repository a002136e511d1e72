package org.contentpack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contentpack.cms.CmsHands;
import org.contentpack.cms.ContractTarget;
import org.contentpack.cms.FaultProxy;
import org.contentpack.cms.WordPressHands;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Connector;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;

/**
 * A real CMS, a proxy that counts before it, and a folder for our store.
 *
 * @param <H> the hands of its kind
 */
final class SyncSite<H extends CmsHands> implements AutoCloseable {

    final H cms;
    final FaultProxy proxy;
    final Path folder;

    private SyncSite(H cms) throws Exception {
        this.cms = cms;
        proxy = FaultProxy.before(cms.url());
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sync");
    }

    /** A WordPress. */
    static SyncSite<WordPressHands> open() throws Exception {
        return of(WordPressHands.open());
    }

    static <H extends CmsHands> SyncSite<H> of(H cms) throws Exception {
        return new SyncSite<>(cms);
    }

    /** An engine whose calls are counted. */
    SyncFixture counted(PackId pack) throws IOException {
        Target target = ContractTarget.of(cms.kind(), proxy.url(), Set.of(pack));
        return SyncFixture.in(folder, connector(target), target);
    }

    Connector connector(Target target) {
        return ContractTarget.connector(
                target,
                cms.options(),
                SiteLimits.DEFAULT,
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        cms.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
