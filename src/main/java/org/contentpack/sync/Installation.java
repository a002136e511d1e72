package org.contentpack.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.compare.Ancestor;
import org.contentpack.pack.Digest;
import org.contentpack.version.Version;

/**
 * An article of ours standing in a CMS, as the last apply left it.
 *
 * @param item the CMS's own name for the item
 * @param version of the release that it was last brought in step with
 * @param release that release's digest
 * @param ancestor what the next merge starts from
 * @param openSteps how many places waited for a person after the last apply
 * @param changed when this entry last changed
 */
public record Installation(
        TargetName target,
        ItemKey key,
        String item,
        Version version,
        Digest release,
        State state,
        Ancestor ancestor,
        int openSteps,
        Instant changed) {

    /** How an item and its article belong together. */
    public enum State {
        /** Updates reach it. */
        LINKED,
        /** An item that was there before us; its first differences are all decided by people. */
        ADOPTED,
        /** Put aside because its article went away. */
        RETIRED,
        /** An editor's alone from now on; updates have stopped. */
        UNLINKED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> parse(String text) {
            return Arrays.stream(values()).filter(s -> s.id().equals(text)).findFirst();
        }
    }

    /** The same with other content behind it. */
    Installation as(State other, Instant now) {
        return new Installation(
                target, key, item, version, release, other, ancestor, openSteps, now);
    }
}
