package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.registry.MissedSafety;
import org.contentpack.registry.ServedRelease;
import org.contentpack.version.Version;

/** The wire shape of a safety change that a translation lacks. */
record MissedSafetyAnswer(Version version, Optional<String> text) {

    static List<MissedSafetyAnswer> of(ServedRelease release, ArticleHead article) {
        return of(release.missed(article));
    }

    static List<MissedSafetyAnswer> of(List<MissedSafety> missed) {
        return missed.stream().map(m -> new MissedSafetyAnswer(m.version(), m.text())).toList();
    }
}
