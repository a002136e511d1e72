package org.contentpack.search;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.version.Version;

/**
 * Brings the entries of one pack to what they should be: the texts of its latest release and of
 * those that somebody looks into, without what is no longer shown. Texts that are there already
 * stay.
 */
final class PackEntries {

    private static final Logger LOG = System.getLogger(PackEntries.class.getName());

    private final Registry registry;
    private final PackHistory history;
    private final IndexWriter writer;

    /** Texts that there should be, and the latest version where they are in it. */
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    private record Wanted(ArticleHead head, Optional<Version> current) {}

    PackEntries(Registry registry, PackId pack, IndexWriter writer) {
        this.registry = registry;
        this.history = registry.history(pack);
        this.writer = writer;
    }

    /**
     * Changes what has to change. Nobody sees it before the searchers are refreshed.
     *
     * @param asked releases that somebody looks into
     * @return how many texts were added
     */
    int update(IndexSearcher searcher, Collection<Registration> asked) throws IOException {
        if (history.latest().isPresent()) {
            want(history.latest().get(), Optional.of(history.latest().get().id().version()));
        }
        for (Registration registration : asked) {
            want(registration, Optional.empty());
        }
        Map<String, Optional<Version>> there = there(searcher);
        for (String key : there.keySet()) {
            if (!wanted.containsKey(key)) {
                writer.deleteDocuments(new Term(Fields.TEXT_KEY, key));
            }
        }
        int added = 0;
        for (Map.Entry<String, Wanted> each : wanted.entrySet()) {
            Optional<Version> current = each.getValue().current;
            Optional<Version> former = there.get(each.getKey());
            if (former == null) {
                add(each.getKey(), each.getValue());
                added++;
            } else if (!former.equals(current)) {
                writer.updateDocValues(
                        new Term(Fields.TEXT_KEY, each.getKey()),
                        current.map(Entries::current)
                                .orElseGet(() -> new BinaryDocValuesField(Fields.CURRENT, null)));
            }
        }
        return added;
    }

    private void want(Registration registration, Optional<Version> current) throws IOException {
        if (!Shown.isShown(history, registration)) {
            return;
        }
        for (ArticleHead head : registry.release(registration).articles()) {
            if (Shown.isShown(history, registration, head.id())) {
                wanted.putIfAbsent(Fields.key(history.pack(), head), new Wanted(head, current));
            }
        }
    }

    /** A text that is damaged in the store costs only itself. */
    private void add(String key, Wanted text) throws IOException {
        try {
            writer.addDocuments(
                    Entries.of(history.pack(), registry.article(text.head), key, text.current));
        } catch (IOException e) {
            // Where the store as a whole is away, this throws too.
            registry.follow();
            LOG.log(Level.WARNING, "cannot be searched, since it cannot be read: " + key, e);
        }
    }

    private Map<String, Optional<Version>> there(IndexSearcher searcher) throws IOException {
        Map<String, Optional<Version>> there = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            PostingsEnum entries =
                    reader.postings(
                            new Term(Fields.PACK, history.pack().value()), PostingsEnum.NONE);
            if (entries == null) {
                continue;
            }
            Bits live = reader.getLiveDocs();
            SortedDocValues keys = DocValues.getSorted(reader, Fields.TEXT_KEY);
            BinaryDocValues current = DocValues.getBinary(reader, Fields.CURRENT);
            for (int entry = entries.nextDoc();
                    entry != DocIdSetIterator.NO_MORE_DOCS;
                    entry = entries.nextDoc()) {
                if ((live == null || live.get(entry)) && keys.advanceExact(entry)) {
                    there.put(
                            keys.lookupOrd(keys.ordValue()).utf8ToString(),
                            current.advanceExact(entry)
                                    ? Version.parse(current.binaryValue().utf8ToString())
                                    : Optional.empty());
                }
            }
        }
        return there;
    }
}
