package org.contentpack.sync.strapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.contentpack.pack.Language;

/**
 * Languages of the site. Strapi keeps an entry of any language, also of one that the site does not
 * have, where no editor can see it: so this is looked at before one is made.
 */
final class Locales {

    static final String HINT =
            "Add them in Strapi (Settings, Internationalization), or take them out of the target's"
                    + " languages.";

    private Locales() {}

    /** What the site calls a language; case does not count. */
    static Optional<String> of(JsonNode setup, Language language) {
        for (JsonNode locale : setup.path("locales")) {
            if (locale.asText("").equalsIgnoreCase(language.tag())) {
                return Optional.of(locale.asText());
            }
        }
        return Optional.empty();
    }
}
