package org.contentpack.compare;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** What stands in one field of a {@link Content}. */
public sealed interface Value {

    /** A text that is taken or left as a whole, or merged word by word. */
    record Text(String text) implements Value {}

    /**
     * Words without an order, such as tags: what either side added or took away can always be
     * merged.
     */
    record Terms(NavigableSet<String> terms) implements Value {
        public Terms {
            terms = Collections.unmodifiableNavigableSet(new TreeSet<>(terms));
        }

        public static Terms of(SortedSet<String> terms) {
            return new Terms(new TreeSet<>(terms));
        }
    }
}
