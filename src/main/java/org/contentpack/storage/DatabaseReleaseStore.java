package org.contentpack.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Blob;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.OlderStoreException;
import org.contentpack.registry.Registration;
import org.contentpack.registry.ReleaseStore;
import org.contentpack.registry.ReleaseSummary;
import org.contentpack.registry.Stamp;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Withdrawal;
import org.contentpack.signature.Signature;

/**
 * A store in a relational database: what was answered is there after a crash, whole, and several
 * servers may share it.
 *
 * <p>Plain JDBC: the port has seven operations over seven tables, all of them bulk inserts or
 * look-ups by key, which an object mapper would make neither shorter nor faster.
 */
public final class DatabaseReleaseStore implements ReleaseStore {

    private static final int PAGE = 1_000;

    /** Most missing events that are told by name. */
    private static final int TOLD = 50;

    private final Database database;
    private final ContentTable content;
    private final Ledger ledger;

    /** A store that notices an older backup only where it is put under a running server. */
    public DatabaseReleaseStore(Database database) {
        this(database, Ledger.inMemory());
    }

    /**
     * @param ledger in which this server writes down what it has seen of the store
     */
    public DatabaseReleaseStore(Database database, Ledger ledger) {
        this.database = database;
        this.content = new ContentTable(database);
        this.ledger = ledger;
    }

    @Override
    public Outcome store(
            Release release,
            PackFiles files,
            ArchiveEntry archive,
            Optional<Registration> checkedAgainst,
            Stamp stamp,
            List<Signature> signatures)
            throws IOException {
        Optional<Registration> occupant =
                database.read(c -> ReleaseTables.occupant(c, release.id()));
        if (occupant.isPresent()) {
            return new Outcome.Occupied(occupant.get());
        }
        return database.write(
                connection ->
                        insert(
                                connection,
                                release,
                                files,
                                archive,
                                checkedAgainst,
                                stamp,
                                signatures));
    }

    /**
     * Content first, then the number: the row that all writers queue at is held only for the short
     * part of the work.
     */
    private Outcome insert(
            Connection connection,
            Release release,
            PackFiles files,
            ArchiveEntry archive,
            Optional<Registration> checkedAgainst,
            Stamp stamp,
            List<Signature> signatures)
            throws SQLException, IOException {
        Map<Digest, Long> contents = new ContentWriter(connection, files).insert();
        long sequence = nextSequence(connection);
        Optional<Registration> occupant = occupant(connection, release);
        Optional<Registration> newest = ReleaseTables.newest(connection, release.id().pack());
        if (occupant.isPresent()) {
            connection.rollback();
            return new Outcome.Occupied(occupant.get());
        }
        if (!newest.equals(checkedAgainst)) {
            connection.rollback();
            return new Outcome.Overtaken();
        }
        Registration registration =
                new Registration(
                        release.id(),
                        release.digest(),
                        archive.digest(),
                        archive.sizeBytes(),
                        sequence,
                        Registration.datetime(
                                release.manifest().released(), newest.map(Registration::datetime)));
        ReleaseTables.insert(connection, registration, release, contents);
        LostReleases.delete(connection, release.id());
        PackId pack = release.id().pack();
        EventTable.insert(connection, sequence, pack, new Change.Registered(registration), stamp);
        for (Redirect redirect : release.manifest().redirects()) {
            EventTable.insert(
                    connection,
                    ReleaseTables.nextSequence(connection),
                    pack,
                    new Change.Renamed(release.id().version(), redirect),
                    stamp);
        }
        SignatureTable.insert(connection, sequence, signatures);
        return new Outcome.Stored(registration);
    }

    /** The release that holds the number, be it one that was lost and is another. */
    private static Optional<Registration> occupant(Connection connection, Release release)
            throws SQLException {
        Optional<Registration> there = ReleaseTables.occupant(connection, release.id());
        return there.isPresent()
                ? there
                : LostReleases.find(connection, release.id())
                        .filter(lost -> !lost.digest().equals(release.digest()));
    }

    /** A number that was given out before shows that the store is older than it was. */
    private long nextSequence(Connection connection) throws SQLException, IOException {
        long sequence = ReleaseTables.nextSequence(connection);
        if (sequence <= ledger.last()) {
            throw older(connection);
        }
        return sequence;
    }

    @Override
    public int repair(PackFiles files) throws IOException {
        return content.repair(files);
    }

    @Override
    public void confirm() throws StoreException {
        database.confirm();
        try {
            database.read(this::checkAge);
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreException("the store cannot be read", e);
        }
    }

    private boolean checkAge(Connection connection) throws SQLException, IOException {
        if (!hasLastSeen(connection)) {
            throw older(connection);
        }
        return true;
    }

    private boolean hasLastSeen(Connection connection) throws SQLException {
        Optional<String> seen = ledger.lastLine();
        return seen.isEmpty()
                || EventTable.after(connection, Ledger.sequence(seen.get()) - 1, 1).stream()
                        .map(Ledger::line)
                        .toList()
                        .equals(List.of(seen.get()));
    }

    private OlderStoreException older(Connection connection) throws SQLException, IOException {
        List<String> missing = missing(connection);
        return new OlderStoreException(
                missing.subList(Math.max(0, missing.size() - TOLD), missing.size()),
                missing.size());
    }

    /** What the ledger has and the database has not. */
    private List<String> missing(Connection connection) throws SQLException, IOException {
        Set<String> missing = new LinkedHashSet<>(ledger.lines());
        List<Event> page = EventTable.after(connection, 0, PAGE);
        while (!page.isEmpty()) {
            page.stream().map(Ledger::line).forEach(missing::remove);
            page = EventTable.after(connection, page.get(page.size() - 1).sequence(), PAGE);
        }
        return List.copyOf(missing);
    }

    /**
     * Takes the store as it is although it is older than what was seen of it. Releases that were
     * lost keep their numbers for their own content, no sequence is given out again, and the ledger
     * begins anew.
     *
     * @return what is missing, a line for each event
     */
    public List<String> accept() throws IOException {
        long last = ledger.last();
        List<String> missing =
                database.write(
                        connection -> {
                            if (hasLastSeen(connection)) {
                                return List.of();
                            }
                            List<String> lines = missing(connection);
                            for (Registration lost : Ledger.registrations(lines)) {
                                if (ReleaseTables.occupant(connection, lost.id()).isEmpty()) {
                                    LostReleases.insert(connection, lost);
                                }
                            }
                            Counter.raise(connection, "sequence", last);
                            return lines;
                        });
        if (!missing.isEmpty()) {
            ledger.begin();
        }
        return missing;
    }

    @Override
    public void sign(ReleaseId id, List<Signature> signatures) throws IOException {
        database.write(
                connection -> {
                    long sequence = ReleaseTables.occupant(connection, id).orElseThrow().sequence();
                    List<String> there =
                            SignatureTable.find(connection, id).stream()
                                    .map(Signature::keyId)
                                    .toList();
                    SignatureTable.insert(
                            connection,
                            sequence,
                            signatures.stream().filter(s -> !there.contains(s.keyId())).toList());
                    return id;
                });
    }

    @Override
    public List<Signature> signatures(ReleaseId id) throws IOException {
        return database.read(c -> SignatureTable.find(c, id));
    }

    @Override
    public Optional<Event> append(PackId pack, Change change, Stamp stamp, long checkedAt)
            throws IOException {
        return database.write(
                connection -> {
                    long sequence = nextSequence(connection);
                    if (EventTable.last(connection, pack) != checkedAt) {
                        connection.rollback();
                        return Optional.empty();
                    }
                    Event event = EventTable.insert(connection, sequence, pack, change, stamp);
                    if (change instanceof Change.Withdrawn withdrawn
                            && withdrawn.withdrawal().kind() == Withdrawal.Kind.ERASED) {
                        Erasure.erase(connection, pack, withdrawn.version(), withdrawn.article());
                    }
                    return Optional.of(event);
                });
    }

    @Override
    public List<Event> after(long sequence, int limit) throws IOException {
        return database.read(
                connection -> {
                    List<Event> events = EventTable.after(connection, sequence, limit);
                    if (hasLastSeen(connection)) {
                        ledger.add(events);
                    }
                    return events;
                });
    }

    @Override
    public List<ReleaseId> holders(Digest digest) throws IOException {
        return database.read(c -> ReleaseTables.holders(c, digest));
    }

    @Override
    public List<ArticleHead> articles(ReleaseId id) throws IOException {
        return database.read(c -> ReleaseTables.articles(c, id));
    }

    @Override
    public Optional<ReleaseSummary> summary(ReleaseId id) throws IOException {
        return database.read(c -> ReleaseTables.summary(c, id));
    }

    @Override
    public Optional<PackFiles> files(ReleaseId id) throws IOException {
        List<FileEntry> entries = database.read(c -> ReleaseTables.files(c, id));
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredFiles(new FileList(entries), content::find));
    }

    @Override
    public Optional<Blob> blob(Digest digest) throws IOException {
        return content.find(digest);
    }
}
