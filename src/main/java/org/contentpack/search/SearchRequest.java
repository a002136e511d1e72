package org.contentpack.search;

import java.util.Optional;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Tag;
import org.contentpack.registry.Registration;

/**
 * What to look for, and where.
 *
 * @param limit most hits
 * @param after the last hit of the page before
 */
public record SearchRequest(
        SearchWords words, Scope scope, Filters filters, int limit, Optional<Cursor> after) {

    /** Where to look. */
    public sealed interface Scope {

        /** In the latest release of every pack. */
        record Everywhere() implements Scope {}

        /** In the latest release of a pack. */
        record InPack(PackId pack) implements Scope {}

        /** In a release. */
        record InRelease(Registration registration) implements Scope {}
    }

    /**
     * What must be true of a hit.
     *
     * @param tag of the article
     * @param kind of the section; articles as a whole have none
     * @param language itself or a variety of it: {@code pt} takes {@code pt-BR} too
     */
    public record Filters(
            Optional<Tag> tag, Optional<SectionKind> kind, Optional<Language> language) {

        public static final Filters NONE =
                new Filters(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SearchRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }
}
