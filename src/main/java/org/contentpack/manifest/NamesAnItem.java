package org.contentpack.manifest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link ItemFitsKind} looks at. */
interface NamesAnItem {

    @Nullable String kind();

    @Nullable String article();

    /** The names that have to be of the kind, by their keys. */
    Map<String, Optional<String>> names();
}
