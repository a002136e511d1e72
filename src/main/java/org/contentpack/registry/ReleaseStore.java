package org.contentpack.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.signature.Signature;

/**
 * Where registered releases are kept: the port that a store adapts to.
 *
 * <p>Every method may be called by several threads, and by several servers on one store. A method
 * that returns has read or written all of what it says; {@link StoreException} means that the store
 * cannot be reached or is damaged, any other {@link IOException} that the files given to it cannot
 * be read; either way nothing was changed.
 */
public interface ReleaseStore {

    /** What came of storing a release. */
    sealed interface Outcome {

        /** It is stored now, whole and visible. */
        record Stored(Registration registration) implements Outcome {}

        /** A release stood under this number already, with this digest or another; it stays. */
        record Occupied(Registration registration) implements Outcome {}

        /** Another release of the pack was stored since this one was checked; check it again. */
        record Overtaken() implements Outcome {}
    }

    /**
     * Stores a release whole or not at all.
     *
     * <p>Numbers that differ in build metadata only are one number. The sequence is taken inside
     * the same transaction, so that no reader ever sees a higher one before a lower.
     *
     * @param archive digest and length of the canonical archive of {@code files}
     *     <p>The release's redirects follow it as events of their own in the same transaction.
     * @param checkedAgainst the pack's registration with the highest sequence when the release was
     *     checked; where it is another by now, nothing is stored
     * @param signatures that were verified
     */
    Outcome store(
            Release release,
            PackFiles files,
            ArchiveEntry archive,
            Optional<Registration> checkedAgainst,
            Stamp stamp,
            List<Signature> signatures)
            throws IOException;

    /**
     * Writes again what of a registered release's files is no longer as it was stored. Erased
     * content stays erased.
     *
     * @param files with exactly the release's list
     * @return how many files were damaged
     */
    int repair(PackFiles files) throws IOException;

    /**
     * Does nothing as long as everything that is stored is known to last, so that it may be
     * acknowledged.
     *
     * @throws StoreException where it is not
     */
    void confirm() throws StoreException;

    /** Keeps more signatures of a registered release, of keys that have none there yet. */
    void sign(ReleaseId id, List<Signature> signatures) throws IOException;

    /** The signatures of a registered release, by key. */
    List<Signature> signatures(ReleaseId id) throws IOException;

    /**
     * Adds what happened to a pack, other than a registration, to the history. A withdrawal of kind
     * {@code erased} destroys the bytes that no other release has, in the same transaction.
     *
     * @param checkedAt the sequence up to which the history was known when the change was checked
     * @return the event; empty where something else happened to the pack since, and nothing was
     *     stored
     */
    Optional<Event> append(PackId pack, Change change, Stamp stamp, long checkedAt)
            throws IOException;

    /** All events with a sequence above the given one, in order, at most {@code limit}. */
    List<Event> after(long sequence, int limit) throws IOException;

    /** The releases that have a file with these bytes, by sequence. */
    List<ReleaseId> holders(Digest digest) throws IOException;

    /** The heads of all articles of a registered release, in the order of {@link Release}. */
    List<ArticleHead> articles(ReleaseId id) throws IOException;

    /**
     * What lists say of a registered release; empty for one that was erased or was stored before
     * summaries were.
     */
    Optional<ReleaseSummary> summary(ReleaseId id) throws IOException;

    /** The files of a registered release. */
    Optional<PackFiles> files(ReleaseId id) throws IOException;

    /** A file of any release by the digest of its bytes. */
    Optional<Blob> blob(Digest digest) throws IOException;

    /** Digest and length of a canonical archive. */
    record ArchiveEntry(Digest digest, long sizeBytes) {}
}
