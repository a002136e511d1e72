package org.contentpack.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Drift;

/** The wire shape of an item that is no longer as the last apply left it; {@code drift.json}. */
record DriftAnswer(
        PackId pack,
        ArticleId article,
        Language language,
        String item,
        String state,
        Optional<URI> editUrl,
        List<StepAnswer> steps) {

    static DriftAnswer of(Drift drift) {
        return new DriftAnswer(
                drift.key().pack(),
                drift.key().article(),
                drift.key().language(),
                drift.item(),
                drift.state().id(),
                drift.editAddress(),
                drift.steps().stream().map(s -> StepAnswer.of(s, Optional.empty())).toList());
    }
}
