package org.contentpack.compare;

import java.util.Optional;
import java.util.function.Function;
import org.contentpack.compare.Outcome.Conflict;
import org.contentpack.compare.Outcome.Kept;
import org.contentpack.compare.Outcome.Proposed;
import org.contentpack.compare.Outcome.Same;
import org.contentpack.compare.Outcome.Taken;

/** What merging comes to where a text stands: the table in {@code docs/sync.md}. */
final class TextOutcome {

    private TextOutcome() {}

    static Outcome of(Sides<String> sides) {
        return decided(sides, Function.identity()).orElseGet(() -> open(sides));
    }

    /** The outcome where at most one side changed, or both to the same. */
    static <V> Optional<Outcome> decided(Sides<V> sides, Function<V, String> text) {
        if (sides.isSame()) {
            return Optional.of(new Same(sides.theirs().map(text)));
        }
        if (!sides.localChanged()) {
            return Optional.of(new Taken(sides.theirs().map(text), sides.ours().map(text)));
        }
        return sides.releaseChanged()
                ? Optional.empty()
                : Optional.of(new Kept(sides.read().map(text), sides.theirs().map(text)));
    }

    private static Outcome open(Sides<String> sides) {
        if (sides.read().isEmpty() || sides.ours().isEmpty() || sides.theirs().isEmpty()) {
            return new Conflict(sides.read(), sides.ours(), sides.theirs());
        }
        String ours = sides.ours().get();
        String theirs = sides.theirs().get();
        return TextMerge.merge(sides.read().get(), ours, theirs)
                .<Outcome>map(text -> new Proposed(sides.read(), ours, theirs, text))
                .orElseGet(() -> new Conflict(sides.read(), sides.ours(), sides.theirs()));
    }
}
