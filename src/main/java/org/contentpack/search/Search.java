package org.contentpack.search;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.contentpack.registry.Registry;
import org.contentpack.search.SearchRequest.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Articles and sections by their words. The index is derived from the registry, follows its history
 * some moments behind, and is made anew wherever it is missing, damaged, or of another store; what
 * was withdrawn is left out by the registry's own state, so at once.
 *
 * <p>The index has the latest release of every pack, and of others those that were looked into
 * lately: the first search in another release waits until it was read.
 *
 * <p>Safe for use by several threads; {@link #round} is for one at a time.
 */
public final class Search implements Closeable {

    private static final Logger LOG = System.getLogger(Search.class.getName());

    /** Most searches that wait for a release at once; more are told to come again. */
    private static final int MAX_WAITING = 4;

    private final Registry registry;
    private final Path folder;
    private final long patienceMillis;
    private final Stemming stemming = new Stemming();
    private final AskedReleases asked = new AskedReleases();
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private volatile @Nullable Open open;
    private volatile boolean isClosed;
    private volatile boolean isDamaged;
    private boolean isFailing;

    private record Open(IndexFolder index, Following following) {}

    /**
     * A search that finds nothing before its first {@link #round}.
     *
     * @param folder for the index alone; made where it is missing
     * @param patience how long a search waits for a release that is not in the index yet
     */
    public Search(Registry registry, Path folder, Duration patience) {
        this.registry = registry;
        this.folder = folder;
        this.patienceMillis = patience.toMillis();
    }

    /** Brings the index in step. What fails is said once in the log and tried again next time. */
    public synchronized void round() {
        if (isClosed) {
            return;
        }
        try {
            Open opened = open;
            if (opened != null && isDamaged) {
                open = null;
                close(opened.index);
                opened = null;
            }
            isDamaged = false;
            if (opened == null) {
                opened = open();
                open = opened;
            }
            opened.following.round();
            isFailing = false;
        } catch (IOException | RuntimeException e) {
            if (!isFailing) {
                LOG.log(Level.WARNING, "the search index cannot be brought in step", e);
            }
            isFailing = true;
            reopen();
        }
    }

    private Open open() throws IOException {
        IndexFolder index = IndexFolder.open(folder, stemming);
        try {
            return new Open(index, new Following(registry, index, asked, () -> isClosed));
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /** After a failed write the writer may be of no use any more. */
    private void reopen() {
        Open opened = open;
        if (opened != null && !opened.index.writer().isOpen()) {
            open = null;
            close(opened.index);
        }
    }

    /** Looks. */
    public SearchResult find(SearchRequest request) throws IOException {
        Open opened = open;
        if (opened == null
                || !opened.following.isWhole()
                || (request.scope() instanceof Scope.InRelease in && !isThere(in))) {
            return new SearchResult.NotReady();
        }
        try {
            return find(opened.index.searchers(), request);
        } catch (CorruptIndexException e) {
            LOG.log(Level.WARNING, "the search index is damaged: " + e.getMessage());
            isDamaged = true;
            return new SearchResult.NotReady();
        } catch (AlreadyClosedException e) {
            // Closed a moment ago, to be opened anew.
            return new SearchResult.NotReady();
        }
    }

    private SearchResult find(SearcherManager searchers, SearchRequest request) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return new Finding(registry, stemming, searcher, request).result();
        } finally {
            searchers.release(searcher);
        }
    }

    private boolean isThere(Scope.InRelease in) {
        boolean mayWait = waiting.tryAcquire();
        try {
            return asked.isThere(in.registration(), mayWait ? patienceMillis : 0);
        } finally {
            if (mayWait) {
                waiting.release();
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        end();
    }

    private synchronized void end() {
        Optional.ofNullable(open).ifPresent(opened -> close(opened.index));
        open = null;
    }

    private static void close(IndexFolder index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the search index could not be closed", e);
        }
    }
}
