package org.contentpack.sync;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.contentpack.compare.Value;

/**
 * An item as a CMS holds it: fields, and its text in the CMS's own markup. Against {@link
 * org.contentpack.compare.Content}, whose body is taken apart into passages, this is one text.
 *
 * @param fields by name; one that the CMS does not have is absent
 */
public record RawItem(NavigableMap<String, Value> fields, String body) {

    public RawItem {
        fields = Collections.unmodifiableNavigableMap(new TreeMap<>(fields));
    }
}
