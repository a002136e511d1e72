package org.contentpack.bench;

import java.io.IOException;
import java.util.List;
import org.contentpack.archive.PackFiles;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;

/** What the benchmarks do with a registry. */
final class Stores {

    private Stores() {}

    /** Registers a pack, or fails with what was found. */
    static Registration publish(Registry registry, PackFiles pack) throws IOException {
        PublishResult result = registry.publish(new Submission(pack, List.of(), Actor.BUILT_IN));
        if (result instanceof PublishResult.Published published) {
            return published.registration();
        }
        throw new IllegalStateException("not published: " + result);
    }
}
