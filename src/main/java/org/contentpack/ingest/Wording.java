package org.contentpack.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.manifest.wording.Phrases;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.contentpack.manifest.wording.Words.Kind;

/**
 * Looks for wording that a person has to mend, and mends nothing: items that tell of a person where
 * advice is due, sentences that lost their subject, and advice without a caution.
 */
final class Wording {

    private final Document body;
    private final Words words;
    private final String source;
    private final Findings findings;

    /** What the last heading of a section left behind: each thing is told once in a section. */
    private final Set<String> named = new HashSet<>();

    private Optional<Said> firstNamed = Optional.empty();

    /**
     * @param source the text that places are looked for in
     */
    Wording(Document body, Words words, String source, Findings findings) {
        this.body = body;
        this.words = words;
        this.source = source;
        this.findings = findings;
    }

    /** The first medicine, supplement or aid that the text names, cautioned or not. */
    Optional<Said> firstNamed() {
        return firstNamed;
    }

    void check() {
        Blocks.all(body, ListBlock.class).forEach(this::items);
        for (Node leaf : Blocks.leaves(body)) {
            if (leaf instanceof Heading) {
                named.clear();
            } else {
                sentences(BlockText.of(leaf));
            }
        }
    }

    /** Where all items tell of a person, they may be meant to. */
    private void items(ListBlock list) {
        List<BlockText> others = new ArrayList<>();
        List<BlockText> items = new ArrayList<>();
        Set<String> beginnings = new HashSet<>();
        for (Node item : Blocks.children(list)) {
            if (item.getFirstChild() instanceof Paragraph first) {
                BlockText text = BlockText.of(first);
                text.tokens().stream().findFirst().ifPresent(t -> beginnings.add(t.word()));
                boolean tells = words.phrases(Kind.ITEM_PERSON).at(text.tokens(), 0).isPresent();
                (tells ? items : others).add(text);
            }
        }
        if (beginnings.size() > 1 && items.size() + others.size() > 2) {
            items.forEach(
                    item -> findings.add(IngestRule.ING_040, item.index(0, source), item.plain()));
        }
    }

    /**
     * A sentence of a block.
     *
     * @param from index of its first token among those of the block
     * @param to index behind its last
     */
    private record Sentence(BlockText block, int from, int to) {

        List<Token> tokens() {
            return block.tokens().subList(from, to);
        }

        String text() {
            return block.plain()
                    .substring(tokens().get(0).start(), tokens().get(tokens().size() - 1).end());
        }
    }

    private void sentences(BlockText block) {
        List<Sentence> sentences = cut(block);
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            subject(sentence);
            advice(
                    sentence,
                    i + 1 < sentences.size()
                            ? Optional.of(sentences.get(i + 1))
                            : Optional.empty());
        }
    }

    private List<Sentence> cut(BlockText block) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(words.locale());
        breaks.setText(block.plain());
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            int to = from;
            while (to < block.tokens().size() && block.tokens().get(to).start() < end) {
                to++;
            }
            if (to > from) {
                sentences.add(new Sentence(block, from, to));
            }
            from = to;
        }
        return sentences;
    }

    private void subject(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        Optional<Phrases.Match> clause = words.phrases(Kind.NO_SUBJECT).at(tokens, 0);
        boolean lacksSubject =
                clause.isPresent()
                        && words.phrases(Kind.SUBJECT_AFTER_ALL)
                                .at(tokens, clause.get().to())
                                .isEmpty();
        if (lacksSubject) {
            findings.add(
                    IngestRule.ING_041,
                    sentence.block().index(tokens.get(0).start(), source),
                    sentence.text());
        }
    }

    private void advice(Sentence sentence, Optional<Sentence> next) {
        boolean isCautioned =
                words.phrases(Kind.ASK).areIn(sentence.tokens())
                        || words.phrases(Kind.NOT_FOR).areIn(sentence.tokens())
                        || next.filter(n -> words.phrases(Kind.NOT_FOR).areIn(n.tokens()))
                                .isPresent();
        for (Kind kind : List.of(Kind.MEDICINE, Kind.SUPPLEMENT, Kind.AID)) {
            for (Phrases.Match match : words.phrases(kind).all(sentence.tokens())) {
                Token first = sentence.tokens().get(match.from());
                int end = sentence.tokens().get(match.to() - 1).end();
                String name = sentence.block().plain().substring(first.start(), end);
                int index = sentence.block().index(first.start(), source);
                firstNamed = firstNamed.or(() -> Optional.of(new Said(name, findings.at(index))));
                if (!isCautioned && named.add(name.toLowerCase(Locale.ROOT))) {
                    findings.add(
                            IngestRule.ING_042, index, name, kind.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}
