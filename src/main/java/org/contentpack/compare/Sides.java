package org.contentpack.compare;

import java.util.Optional;
import java.util.function.Function;
import org.contentpack.compare.Choice.TakeRelease;
import org.contentpack.compare.Choice.Write;
import org.contentpack.compare.Outcome.Taken;

/**
 * One place in the four states that merging compares. Absent is a state like any other.
 *
 * @param written in the ancestor, as it was made of the former release
 * @param read in the ancestor, as it was read back
 * @param ours in the release
 * @param theirs in the place that the content stands in
 */
record Sides<V>(Optional<V> written, Optional<V> read, Optional<V> ours, Optional<V> theirs) {

    boolean releaseChanged() {
        return !ours.equals(written);
    }

    boolean localChanged() {
        return !theirs.equals(read);
    }

    /** True where nobody has to do anything. */
    boolean isSame() {
        return ours.equals(theirs) || (!releaseChanged() && !localChanged());
    }

    <W> Sides<W> map(Function<V, W> form) {
        return new Sides<>(written.map(form), read.map(form), ours.map(form), theirs.map(form));
    }

    /**
     * What is there afterwards.
     *
     * @param write makes a value of a text that a person wrote
     */
    Optional<V> result(Ruling ruling, Function<String, V> write) {
        if (!ruling.outcome().isOpen()) {
            return ruling.outcome() instanceof Taken ? ours : theirs;
        }
        if (ruling.made() instanceof Write text) {
            return Optional.of(write.apply(text.text()));
        }
        return ruling.made() instanceof TakeRelease ? ours : theirs;
    }

    /** What the ancestor has as written, afterwards. */
    Optional<V> nextWritten(Ruling ruling) {
        return ruling.isWaiting() ? written : ours;
    }

    /**
     * What the ancestor has as read, afterwards. What came from the release is known as it was read
     * back; beside an editor's text the former state stays known where the release did not change
     * it.
     *
     * @param result what was written
     * @param readBack what stood there then
     */
    Optional<V> nextRead(Ruling ruling, Optional<V> result, Optional<V> readBack) {
        if (ruling.isWaiting()) {
            return read;
        }
        if (result.equals(ours) || (!releaseChanged() && !localChanged())) {
            return readBack;
        }
        return releaseChanged() ? ours : read;
    }
}
