package org.contentpack.sync.wordpress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Passage;

/**
 * Blocks of editors around our sections. Merging moves the beginning and the end of such a block
 * each with the section that it stands behind; where a release changes the order of sections, an
 * end would come before its beginning.
 */
final class Wrappers {

    private Wrappers() {}

    /**
     * A body in which every block of an editor that was closed still is: where it would not be, the
     * editor's passages stand in the order that they have now, at the same places among ours.
     *
     * @param own the editor's passages as they stand now
     */
    static List<Passage> closed(List<Passage> body, List<Passage> own) {
        List<Passage> wanted = body.stream().filter(p -> p.section().isEmpty()).toList();
        if (isClosed(wanted) || !isClosed(own) || !isSameButForOrder(wanted, own)) {
            return body;
        }
        Iterator<Passage> inOrder = own.iterator();
        List<Passage> closed = new ArrayList<>();
        for (Passage passage : body) {
            closed.add(passage.section().isPresent() ? passage : inOrder.next());
        }
        return closed;
    }

    private static boolean isSameButForOrder(List<Passage> wanted, List<Passage> own) {
        List<Passage> rest = new ArrayList<>(own);
        return wanted.size() == own.size() && wanted.stream().allMatch(rest::remove);
    }

    private static boolean isClosed(List<Passage> own) {
        Deque<String> open = new ArrayDeque<>();
        for (Passage passage : own) {
            for (Optional<BlockDelimiter> next = BlockDelimiter.next(passage.text(), 0);
                    next.isPresent();
                    next = BlockDelimiter.next(passage.text(), next.get().end())) {
                BlockDelimiter delimiter = next.get();
                if (delimiter.isAlone()) {
                    continue;
                }
                if (!delimiter.closes()) {
                    open.push(delimiter.name());
                } else if (!delimiter.name().equals(open.poll())) {
                    return false;
                }
            }
        }
        return open.isEmpty();
    }
}
