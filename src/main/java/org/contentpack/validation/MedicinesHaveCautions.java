package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_004;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.wording.Phrases;
import org.contentpack.manifest.wording.Sentence;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words.Kind;
import org.contentpack.pack.SectionKind;

/** QLT-004: a medicine or supplement stands beside a caution or the advice to ask. */
final class MedicinesHaveCautions implements ProseRule {

    private static final List<Kind> NAMES = List.of(Kind.MEDICINE, Kind.SUPPLEMENT);

    @Override
    public void check(Prose prose, Consumer<Finding> found) {
        Set<String> cautioned = new HashSet<>();
        for (Prose.PlacedSentence placed : prose.sentences()) {
            if (placed.paragraph().isCaution()) {
                cautioned.addAll(names(prose, placed.sentence()));
            }
        }
        for (Prose.SectionProse section : prose.sections()) {
            if (!isCautioned(prose, section)) {
                Set<String> told = new HashSet<>(cautioned);
                for (Prose.PlacedSentence placed : section.sentences()) {
                    for (String name : names(prose, placed.sentence())) {
                        if (told.add(name)) {
                            found.accept(Finding.of(QLT_004, prose.at(placed), name));
                        }
                    }
                }
            }
        }
    }

    private static boolean isCautioned(Prose prose, Prose.SectionProse section) {
        return !section.section().cautions().isEmpty()
                || section.section().kinds().contains(SectionKind.WHEN_TO_GET_HELP.id())
                || section.sentences().stream()
                        .map(placed -> placed.sentence().tokens())
                        .anyMatch(
                                tokens ->
                                        prose.words().phrases(Kind.ASK).areIn(tokens)
                                                || prose.words()
                                                        .phrases(Kind.NOT_FOR)
                                                        .areIn(tokens));
    }

    /** In lower case, in the order of the sentence within each kind. */
    private static List<String> names(Prose prose, Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return NAMES.stream()
                .flatMap(kind -> prose.words().phrases(kind).all(tokens).stream())
                .map(match -> name(tokens, match))
                .toList();
    }

    private static String name(List<Token> tokens, Phrases.Match match) {
        return String.join(
                " ", tokens.subList(match.from(), match.to()).stream().map(Token::word).toList());
    }
}
