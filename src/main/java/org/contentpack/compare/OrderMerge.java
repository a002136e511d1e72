package org.contentpack.compare;

import static org.contentpack.compare.Arrangement.only;
import static org.contentpack.compare.Arrangement.parse;
import static org.contentpack.compare.Arrangement.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.compare.Choice.TakeRelease;
import org.contentpack.compare.Choice.Write;
import org.contentpack.compare.Outcome.Conflict;
import org.contentpack.compare.Outcome.Kept;
import org.contentpack.compare.Outcome.Same;
import org.contentpack.compare.Outcome.Taken;
import org.contentpack.pack.SectionId;

/**
 * The merge of the order of the sections. A side has moved something where the sections that all
 * four states have stand in another order than in its ancestor.
 */
final class OrderMerge {

    private final Set<SectionId> written;
    private final Set<SectionId> read;
    private final Set<SectionId> ours;
    private final Set<SectionId> theirs;

    OrderMerge(Ancestor base, Content ours, Content theirs) {
        this.written = Arrangement.sections(base.written());
        this.read = Arrangement.sections(base.read());
        this.ours = Arrangement.sections(ours);
        this.theirs = Arrangement.sections(theirs);
    }

    /**
     * What merging the orders comes to.
     *
     * @param present the sections that the result has; what is told are the orders of those of them
     *     that the release has
     * @param open the sections that a person has to decide on; one that the ancestor does not have
     *     stands where the editor put it until then
     */
    Outcome outcome(Set<SectionId> present, Set<SectionId> open) {
        Set<SectionId> both = common(ours, theirs);
        Set<SectionId> known = common(common(both, written), read);
        Set<SectionId> compared = new HashSet<>(both);
        compared.removeIf(section -> open.contains(section) && !known.contains(section));
        boolean releaseMoved = differ(known, ours, written);
        boolean localMoved = differ(known, theirs, read);
        // What both sides added, each side has put somewhere.
        boolean bothPlaced = !compared.equals(known);

        Set<SectionId> told = common(present, ours);
        Optional<String> local = text(told, weave(theirs, ours));
        Optional<String> release = text(told, ours);
        Optional<String> base =
                known.isEmpty() ? Optional.empty() : text(told, weave(written, ours));
        if (!differ(both, ours, theirs)) {
            return new Same(local);
        }
        if (!differ(compared, ours, theirs)) {
            return new Kept(base, local);
        }
        if (releaseMoved != localMoved) {
            return releaseMoved ? new Taken(local, release) : new Kept(base, local);
        }
        return releaseMoved || bothPlaced ? new Conflict(base, release, local) : new Same(local);
    }

    /**
     * The order of everything that any side has or the ancestor had, be it in the result or not.
     */
    List<SectionId> result(Ruling ruling) {
        if (ruling.made() instanceof Write write) {
            return weave(parse(write.text()), ours, theirs, written, read);
        }
        return ruling.outcome() instanceof Taken || ruling.made() instanceof TakeRelease
                ? weave(ours, theirs, written, read)
                : weave(theirs, ours, written, read);
    }

    /**
     * The order of the ancestor as it was read, afterwards. It follows the place where its order is
     * the release's, so that a place that orders by itself has moved nothing.
     *
     * @param result what was written
     * @param readBack what stood there then
     */
    List<SectionId> nextRead(Ruling ruling, Content result, Content readBack) {
        Set<SectionId> back = Arrangement.sections(readBack);
        if (ruling.isWaiting() || ruling.outcome() instanceof Kept) {
            return weave(read, ours, back);
        }
        Set<SectionId> there = Arrangement.sections(result);
        boolean asReleased = only(there, ours).equals(only(ours, there));
        return asReleased || ruling.outcome() instanceof Same
                ? weave(back, ours, read)
                : weave(ours, read, back);
    }

    /** The order of the ancestor as it was written, afterwards. */
    List<SectionId> nextWritten(Ruling ruling) {
        return ruling.isWaiting() ? weave(written, ours) : weave(ours, written);
    }

    private static Set<SectionId> common(Set<SectionId> one, Set<SectionId> other) {
        Set<SectionId> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }

    private static boolean differ(Set<SectionId> among, Set<SectionId> one, Set<SectionId> other) {
        return !only(among, one).equals(only(among, other));
    }

    private static Optional<String> text(Set<SectionId> sections, Iterable<SectionId> order) {
        return Optional.of(Arrangement.text(only(sections, order)));
    }
}
