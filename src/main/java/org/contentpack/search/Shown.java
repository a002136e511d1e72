package org.contentpack.search;

import org.contentpack.pack.ArticleId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.version.Version;

/** Whether readers may still see a text: not where it was withdrawn for harm or for good. */
final class Shown {

    private Shown() {}

    static boolean isShown(PackHistory history, Registration registration) {
        return history.withdrawal(registration.id().version())
                .map(withdrawal -> withdrawal.kind().isShown())
                .orElse(true);
    }

    static boolean isShown(PackHistory history, Registration registration, ArticleId article) {
        Version version = registration.id().version();
        return history.withdrawal(version, article)
                .map(withdrawal -> withdrawal.kind().isShown())
                .orElse(true);
    }
}
