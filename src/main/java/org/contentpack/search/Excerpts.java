package org.contentpack.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * The stretch of a text that says most of what was looked for, in {@link Piece}s. A text without
 * any of the words, found by its title, gives its beginning.
 */
final class Excerpts {

    /** Length that an excerpt comes close to in whole sentences, in characters. */
    private static final int GOAL = 180;

    /** Longest excerpt in characters, where sentences are longer. */
    static final int MAX_LENGTH = 320;

    /** How much stands in front of the first match where a sentence has to be cut, likewise. */
    private static final int LEAD = 80;

    /** How much of a text is looked at, in characters. */
    private static final int MAX_LOOKED_AT = 20_000;

    private static final String CUT = "…";

    private final Query query;
    private final Marking marking;

    Excerpts(IndexSearcher searcher, Analyzer stemming, Query query) {
        this.query = query;
        this.marking = new Marking(searcher, stemming);
    }

    /** The excerpts of texts, by their numbers in the index; all of them are in one field. */
    Map<Integer, List<Piece>> of(String field, Map<Integer, String> texts) throws IOException {
        int[] numbers = texts.keySet().stream().mapToInt(Integer::intValue).toArray();
        Object[] excerpts = marking.mark(field, query, numbers, texts);
        Map<Integer, List<Piece>> found = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            found.put(numbers[i], excerpts[i] instanceof Excerpt e ? e.pieces : List.of());
        }
        return found;
    }

    private record Excerpt(List<Piece> pieces) {}

    private static final class Marking extends UnifiedHighlighter {

        private Map<Integer, String> texts = Map.of();

        Marking(IndexSearcher searcher, Analyzer stemming) {
            super(
                    UnifiedHighlighter.builder(searcher, stemming)
                            .withMaxLength(MAX_LOOKED_AT)
                            .withHandleMultiTermQuery(false)
                            .withWeightMatches(false)
                            .withMaxNoHighlightPassages(1)
                            .withFormatter(new Cutting())
                            .withBreakIterator(
                                    () ->
                                            LengthGoalBreakIterator.createClosestToLength(
                                                    BreakIterator.getSentenceInstance(Locale.ROOT),
                                                    GOAL,
                                                    0.5f)));
        }

        Object[] mark(String field, Query query, int[] numbers, Map<Integer, String> loaded)
                throws IOException {
            texts = loaded;
            return highlightFieldsAsObjects(new String[] {field}, query, numbers, new int[] {1})
                    .getOrDefault(field, new Object[numbers.length]);
        }

        /** They were read with the rest of the entry. */
        @Override
        protected List<CharSequence[]> loadFieldValues(
                String[] fields, DocIdSetIterator numbers, int cacheCharsThreshold)
                throws IOException {
            List<CharSequence[]> values = new ArrayList<>();
            for (int number = numbers.nextDoc();
                    number != DocIdSetIterator.NO_MORE_DOCS;
                    number = numbers.nextDoc()) {
                values.add(new CharSequence[] {texts.getOrDefault(number, "")});
            }
            return values;
        }
    }

    private static final class Cutting extends PassageFormatter {

        @Override
        public Excerpt format(Passage[] passages, String text) {
            List<Piece> pieces = new ArrayList<>();
            for (Passage passage : passages) {
                add(pieces, passage, text);
            }
            return new Excerpt(List.copyOf(pieces));
        }

        private static void add(List<Piece> pieces, Passage passage, String text) {
            int begin = passage.getStartOffset();
            int end = passage.getEndOffset();
            if (end - begin > MAX_LENGTH) {
                int match = passage.getNumMatches() > 0 ? passage.getMatchStarts()[0] : begin;
                begin = match - LEAD > begin ? afterSpace(text, match - LEAD, match) : begin;
                end = Math.min(end, beforeSpace(text, begin, begin + MAX_LENGTH));
            }
            StringBuilder plain = new StringBuilder(begin > 0 ? CUT : "");
            int at = begin;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(at, passage.getMatchStarts()[i]);
                int to = Math.min(end, passage.getMatchEnds()[i]);
                if (from < to) {
                    plain.append(text, at, from);
                    flush(pieces, plain);
                    pieces.add(new Piece(text.substring(from, to), true));
                    at = to;
                }
            }
            plain.append(text.substring(at, end).stripTrailing());
            plain.append(end < text.stripTrailing().length() ? CUT : "");
            flush(pieces, plain);
        }

        private static void flush(List<Piece> pieces, StringBuilder plain) {
            if (plain.length() > 0) {
                pieces.add(new Piece(plain.toString(), false));
                plain.setLength(0);
            }
        }

        private static int afterSpace(String text, int from, int to) {
            int space = text.indexOf(' ', from);
            return space < 0 || space >= to ? whole(text, from) : space + 1;
        }

        private static int beforeSpace(String text, int from, int to) {
            if (to >= text.length()) {
                return text.length();
            }
            int space = text.lastIndexOf(' ', to);
            return space <= from ? whole(text, to) : space;
        }

        /** No character is cut in two. */
        private static int whole(String text, int at) {
            return at > 0
                            && Character.isLowSurrogate(text.charAt(at))
                            && Character.isHighSurrogate(text.charAt(at - 1))
                    ? at - 1
                    : at;
        }
    }
}
