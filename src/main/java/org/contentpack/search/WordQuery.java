package org.contentpack.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.contentpack.search.SearchWords.Unit;

/**
 * What {@link SearchWords} ask of the index. Of one or two terms all must be there; of more, three
 * quarters. A term counts where it weighs most: in the title, a heading, the text, or the title of
 * the article around it.
 */
final class WordQuery {

    /** Most terms of one search in one language: words may fall into many, in Chinese into two. */
    private static final int MAX_TERMS = 40;

    private static final Map<String, Float> WEIGHTS =
            Map.of(
                    Fields.TITLE, 3f,
                    Fields.HEADING, 2f,
                    Fields.TEXT, 1f,
                    Fields.CONTEXT, 0.3f);

    /** What a term adds in the fields where it does not weigh most. */
    private static final float ELSEWHERE = 0.1f;

    static {
        // 40 terms in 4 fields by 42 sets of rules; the standard of 1,024 would be reached.
        IndexSearcher.setMaxClauseCount(8_192);
    }

    private final Stemming stemming;

    WordQuery(Stemming stemming) {
        this.stemming = stemming;
    }

    /**
     * The query.
     *
     * @param rules of the languages that may be found
     */
    Query of(SearchWords words, Collection<String> rules) {
        BooleanQuery.Builder languages = new BooleanQuery.Builder();
        for (String each : rules) {
            languages.add(in(each, words.units()), Occur.SHOULD);
        }
        return languages.build();
    }

    private Query in(String rules, List<Unit> units) {
        List<Query> wanted = new ArrayList<>();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int left = MAX_TERMS;
        for (Unit unit : units) {
            List<String> terms = terms(rules, unit.text(), left);
            left -= terms.size();
            if (terms.isEmpty()) {
                continue;
            }
            if (unit.isLeftOut()) {
                query.add(anywhere(rules, field -> row(field, terms)), Occur.MUST_NOT);
            } else if (unit.isPhrase()) {
                query.add(anywhere(rules, field -> row(field, terms)), Occur.MUST);
            } else {
                terms.forEach(
                        term ->
                                wanted.add(
                                        anywhere(
                                                rules,
                                                field -> new TermQuery(new Term(field, term)))));
            }
        }
        if (!wanted.isEmpty()) {
            query.add(most(wanted), Occur.MUST);
        }
        return query.build();
    }

    private static Query most(List<Query> wanted) {
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        wanted.forEach(term -> most.add(term, Occur.SHOULD));
        int required = wanted.size() <= 2 ? wanted.size() : wanted.size() * 3 / 4;
        return most.setMinimumNumberShouldMatch(required).build();
    }

    private static Query anywhere(String rules, Function<String, Query> inField) {
        List<Query> fields = new ArrayList<>();
        WEIGHTS.forEach(
                (name, weight) ->
                        fields.add(
                                new BoostQuery(
                                        inField.apply(Stemming.field(name, rules)), weight)));
        return new DisjunctionMaxQuery(fields, ELSEWHERE);
    }

    private static Query row(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.get(0)))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    private List<String> terms(String rules, String text, int most) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = stemming.tokenStream(Stemming.field(Fields.TEXT, rules), text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < most && tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return terms;
    }
}
