package org.contentpack.sync.strapi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One language of one document: what an item is called. The number that Strapi calls {@code id}
 * changes at every publication and is none.
 */
record EntryId(String document, String locale) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9]{1,64})\\.([A-Za-z0-9-]{2,35})");

    static Optional<EntryId> parse(String text) {
        Matcher id = FORM.matcher(text);
        return id.matches() ? Optional.of(new EntryId(id.group(1), id.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return document + "." + locale;
    }
}
