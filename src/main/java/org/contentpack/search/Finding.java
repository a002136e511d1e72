package org.contentpack.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.search.SearchRequest.Scope;
import org.contentpack.version.Version;

/**
 * One search in one state of the index. What it finds is looked up in the registry, which says in
 * which release it stands and whether it is still shown.
 */
final class Finding {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.PLACE, SortField.Type.STRING));

    private static final String TEXT_PREFIX = Fields.TEXT + "_";

    private final Registry registry;
    private final Stemming stemming;
    private final IndexSearcher searcher;
    private final SearchRequest request;

    Finding(Registry registry, Stemming stemming, IndexSearcher searcher, SearchRequest request) {
        this.registry = registry;
        this.stemming = stemming;
        this.searcher = searcher;
        this.request = request;
    }

    SearchResult.Found result() throws IOException {
        Query words = new WordQuery(stemming).of(request.words(), rules());
        Query query = filtered(words);
        TopFieldDocs found =
                request.after().isPresent()
                        ? (TopFieldDocs)
                                searcher.searchAfter(
                                        place(request.after().get()),
                                        query,
                                        request.limit() + 1,
                                        BEST_FIRST)
                        : searcher.search(query, request.limit() + 1, BEST_FIRST);
        List<ScoreDoc> page = List.of(found.scoreDocs);
        boolean more = page.size() > request.limit();
        List<ScoreDoc> kept = more ? page.subList(0, request.limit()) : page;
        return new SearchResult.Found(
                hits(kept, words),
                more ? Optional.of(cursor(kept.get(kept.size() - 1))) : Optional.empty());
    }

    /** The rules of the languages that the index has, and that the request takes. */
    private Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                if (field.name.startsWith(TEXT_PREFIX)) {
                    rules.add(field.name.substring(TEXT_PREFIX.length()));
                }
            }
        }
        request.filters()
                .language()
                .ifPresent(language -> rules.retainAll(Set.of(Stemming.rules(language))));
        return rules;
    }

    private Query filtered(Query words) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(words, Occur.MUST);
        query.add(scope(), Occur.FILTER);
        if (request.scope() instanceof Scope.InPack in) {
            query.add(term(Fields.PACK, in.pack().value()), Occur.FILTER);
        }
        request.filters()
                .tag()
                .ifPresent(tag -> query.add(term(Fields.TAG, tag.value()), Occur.FILTER));
        request.filters()
                .kind()
                .ifPresent(kind -> query.add(term(Fields.KIND, kind.id()), Occur.FILTER));
        request.filters()
                .language()
                .ifPresent(
                        language -> query.add(term(Fields.LANGUAGE, language.tag()), Occur.FILTER));
        return query.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private Query scope() throws IOException {
        if (!(request.scope() instanceof Scope.InRelease in)) {
            return new FieldExistsQuery(Fields.CURRENT);
        }
        PackHistory history = registry.history(in.registration().id().pack());
        List<BytesRef> keys = new ArrayList<>();
        if (Shown.isShown(history, in.registration())) {
            for (ArticleHead head : registry.release(in.registration()).articles()) {
                keys.add(new BytesRef(Fields.key(history.pack(), head)));
            }
        }
        return new TermInSetQuery(Fields.TEXT_KEY, keys);
    }

    /** Behind every entry of this weight and place, whatever its number in the index. */
    private FieldDoc place(Cursor after) {
        return new FieldDoc(
                Math.max(0, searcher.getIndexReader().maxDoc() - 1),
                after.weight(),
                new Object[] {after.weight(), new BytesRef(after.place())});
    }

    private static Cursor cursor(ScoreDoc last) {
        Object[] values = ((FieldDoc) last).fields;
        return new Cursor((Float) values[0], ((BytesRef) values[1]).utf8ToString());
    }

    /** An entry that was found, with where its text stands. */
    private record Entry(int number, Document document, Standing standing) {

        Hit hit(List<Piece> excerpt) {
            return new Hit(
                    standing.registration,
                    standing.release,
                    standing.head,
                    section(document),
                    excerpt);
        }
    }

    private List<Hit> hits(List<ScoreDoc> found, Query words) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Entry> entries = new ArrayList<>();
        Map<String, Map<Integer, String>> texts = new HashMap<>();
        for (ScoreDoc each : found) {
            Document document = stored.document(each.doc);
            Optional<Standing> standing = standing(each.doc, document.get(Fields.TEXT_KEY));
            if (standing.isPresent()) {
                entries.add(new Entry(each.doc, document, standing.get()));
                IndexableField text = text(document);
                texts.computeIfAbsent(text.name(), field -> new LinkedHashMap<>())
                        .put(each.doc, text.stringValue());
            }
        }
        Excerpts excerpts = new Excerpts(searcher, stemming, words);
        Map<Integer, List<Piece>> pieces = new HashMap<>();
        for (Map.Entry<String, Map<Integer, String>> field : texts.entrySet()) {
            pieces.putAll(excerpts.of(field.getKey(), field.getValue()));
        }
        return entries.stream()
                .map(entry -> entry.hit(pieces.getOrDefault(entry.number, List.of())))
                .toList();
    }

    private static IndexableField text(Document entry) {
        return entry.getFields().stream()
                .filter(field -> field.name().startsWith(TEXT_PREFIX))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Hit.SectionPart> section(Document entry) {
        return Optional.ofNullable(entry.get(Fields.SECTION))
                .flatMap(SectionId::parse)
                .map(
                        id ->
                                new Hit.SectionPart(
                                        id,
                                        Optional.ofNullable(entry.get(Fields.SECTION_HEADING)),
                                        Optional.ofNullable(entry.get(Fields.KIND))
                                                .flatMap(SectionKind::parse)));
    }

    private record Standing(Registration registration, Release release, ArticleHead head) {}

    /** Where a text stands; empty where it is no longer shown there. */
    private Optional<Standing> standing(int number, String key) throws IOException {
        String[] parts = key.split("/", -1);
        PackHistory history = registry.history(new PackId(parts[0]));
        Optional<Registration> registration =
                request.scope() instanceof Scope.InRelease in
                        ? Optional.of(in.registration())
                        : current(number).flatMap(history::release);
        ArticleId article = new ArticleId(parts[1]);
        if (registration
                .filter(r -> Shown.isShown(history, r))
                .filter(r -> Shown.isShown(history, r, article))
                .isEmpty()) {
            return Optional.empty();
        }
        Release release = registry.served(history, registration.get()).shown();
        return release.article(article, new Language(parts[2]))
                .filter(head -> head.digest().hex().equals(parts[3]))
                .map(head -> new Standing(registration.get(), release, head));
    }

    private Optional<Version> current(int number) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        BinaryDocValues current = DocValues.getBinary(leaf.reader(), Fields.CURRENT);
        return current.advanceExact(number - leaf.docBase)
                ? Version.parse(current.binaryValue().utf8ToString())
                : Optional.empty();
    }
}
