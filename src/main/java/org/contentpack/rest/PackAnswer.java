package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;

/**
 * The wire shape of a pack across its releases; {@code docs/api/pack.json}.
 *
 * @param title absent, like what else its releases say, where all of them are withdrawn
 */
record PackAnswer(
        PackId id,
        Optional<String> title,
        Optional<String> summary,
        Optional<Language> language,
        List<Language> languages,
        Optional<VersionRef> latest,
        int releases,
        String url,
        String versionsUrl) {}
