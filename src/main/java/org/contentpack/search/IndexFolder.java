package org.contentpack.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;

/**
 * The files of the index. What cannot be read, or was made by another version of this software, is
 * thrown away: nothing is in here that the registry cannot give again.
 */
final class IndexFolder implements Closeable {

    private static final Logger LOG = System.getLogger(IndexFolder.class.getName());

    /** Raised whenever entries are made in another way. */
    private static final String FORMAT = "1";

    private static final String FORMAT_KEY = "format";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private IndexFolder(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /**
     * Opens or makes the index.
     *
     * @throws IOException where the folder cannot be used, or another process uses it
     */
    static IndexFolder open(Path folder, Analyzer stemming) throws IOException {
        Directory directory = FSDirectory.open(Files.createDirectories(folder));
        try {
            return open(directory, stemming);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexFolder open(Directory directory, Analyzer stemming) throws IOException {
        try {
            IndexWriter writer = writer(directory, stemming, OpenMode.CREATE_OR_APPEND);
            try {
                check(writer);
                return new IndexFolder(directory, writer);
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException
                | IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "the search index cannot be read and is made anew: " + e.getMessage());
            empty(directory);
            return new IndexFolder(directory, writer(directory, stemming, OpenMode.CREATE));
        }
    }

    /** A writer that is told to make an index still reads the one that is there. */
    private static void empty(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static IndexWriter writer(Directory directory, Analyzer stemming, OpenMode mode)
            throws IOException {
        TieredMergePolicy merges = new TieredMergePolicy();
        // What has to be destroyed is destroyed whole.
        merges.setForceMergeDeletesPctAllowed(0);
        return new IndexWriter(
                directory,
                new IndexWriterConfig(stemming).setOpenMode(mode).setMergePolicy(merges));
    }

    /** Reads every file once: only then damage is known. */
    private static void check(IndexWriter writer) throws IOException {
        if (!FORMAT.equals(committed(writer).getOrDefault(FORMAT_KEY, FORMAT))) {
            writer.deleteAll();
            writer.setLiveCommitData(Map.<String, String>of().entrySet());
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader files) {
                    files.checkIntegrity();
                }
            }
        }
    }

    private static Map<String, String> committed(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** What was kept with the last {@link #commit}. */
    Map<String, String> committed() {
        return committed(writer);
    }

    /** Makes all changes visible, and lets them last with what is to be known of them. */
    void commit(Map<String, String> known) throws IOException {
        searchers.maybeRefreshBlocking();
        Map<String, String> data = new HashMap<>(known);
        data.put(FORMAT_KEY, FORMAT);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}
