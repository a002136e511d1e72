package org.contentpack.rest;

import java.util.List;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.registry.ServedRelease;

/**
 * The wire shape of a translation that lacks a safety change of its source, in the status of its
 * release.
 *
 * @param held whether readers do not get it
 */
record StaleTranslationAnswer(
        ArticleId article, Language language, boolean held, List<MissedSafetyAnswer> missedSafety) {

    static List<StaleTranslationAnswer> of(ServedRelease release) {
        return release.missed().entrySet().stream()
                .map(
                        each ->
                                new StaleTranslationAnswer(
                                        each.getKey().id(),
                                        each.getKey().language(),
                                        release.isHeld(each.getKey()),
                                        MissedSafetyAnswer.of(each.getValue())))
                .toList();
    }
}
