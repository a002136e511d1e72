package org.contentpack.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.FilePath;

/**
 * An asset that is not the same in two releases.
 *
 * @param former its path in the earlier release, where that is another
 * @param fields of the manifest that are different, and {@code digest} where the bytes are
 */
public record AssetDifference(
        FilePath path,
        Optional<FilePath> former,
        Set<Difference> differences,
        List<FieldChange> fields) {

    public AssetDifference {
        differences = Set.copyOf(differences);
        fields = List.copyOf(fields);
    }
}
