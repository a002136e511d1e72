package org.contentpack.sync;

import java.util.Comparator;
import org.contentpack.compare.Place;

/** An order of places, so that what is made of them is always the same. */
final class Places {

    static final Comparator<Place> BY_ID = Comparator.comparing(Place::id);

    /** Stands for the item as a whole: whether it is there, and for whom. */
    static final Place STATUS = new Place.Field("status");

    private Places() {}
}
