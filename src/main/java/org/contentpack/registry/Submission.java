package org.contentpack.registry;

import java.util.List;
import java.util.function.Predicate;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.pack.PackId;

/**
 * A pack that somebody wants to be registered, whatever way it came.
 *
 * @param known findings that were made before its files could be read; they count like the others
 * @param actor whose wish it is
 * @param allowed the packs that the actor may publish; which one this is, only its manifest says
 * @param signatures compact JWS each, not yet looked at
 */
public record Submission(
        PackFiles files,
        List<Finding> known,
        Actor actor,
        Predicate<PackId> allowed,
        List<String> signatures) {

    public Submission {
        known = List.copyOf(known);
        signatures = List.copyOf(signatures);
    }

    /** A pack of an actor who may publish all. */
    public Submission(PackFiles files, List<Finding> known, Actor actor) {
        this(files, known, actor, pack -> true, List.of());
    }
}
