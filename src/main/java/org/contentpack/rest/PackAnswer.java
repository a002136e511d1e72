package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;

/** The wire shape of a pack across its releases; {@code docs/api/pack.json}. */
record PackAnswer(
        PackId id,
        String title,
        String summary,
        Language language,
        List<Language> languages,
        Optional<VersionRef> latest,
        int releases,
        String url,
        String versionsUrl) {}
