package org.contentpack.registry;

import java.util.List;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;

/**
 * A pack that somebody wants to be registered, whatever way it came.
 *
 * @param known findings that were made before its files could be read; they count like the others
 * @param actor whose wish it is
 */
public record Submission(PackFiles files, List<Finding> known, Actor actor) {

    public Submission {
        known = List.copyOf(known);
    }
}
