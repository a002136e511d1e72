package org.contentpack.rest;

import java.time.Instant;
import java.util.Optional;
import org.contentpack.compare.Choice;
import org.contentpack.sync.Decision;

/**
 * The wire shape of how a person settled a step.
 *
 * @param choice {@code keep-local}, {@code take-release} or {@code write}
 * @param text with {@code write}: what
 */
record DecisionAnswer(
        String choice,
        Optional<String> text,
        String person,
        String reason,
        String caller,
        Instant at) {

    static final String KEEP_LOCAL = "keep-local";
    static final String TAKE_RELEASE = "take-release";
    static final String WRITE = "write";

    static DecisionAnswer of(Decision decision) {
        return new DecisionAnswer(
                word(decision.choice()),
                decision.choice() instanceof Choice.Write write
                        ? Optional.of(write.text())
                        : Optional.empty(),
                decision.person(),
                decision.reason(),
                decision.caller(),
                decision.at());
    }

    private static String word(Choice choice) {
        if (choice instanceof Choice.KeepLocal) {
            return KEEP_LOCAL;
        }
        return choice instanceof Choice.TakeRelease ? TAKE_RELEASE : WRITE;
    }

    /**
     * The choice with this word; empty where the word is none, or a text is missing or too much.
     */
    static Optional<Choice> parse(String word, Optional<String> text) {
        return switch (word) {
            case KEEP_LOCAL ->
                    text.isEmpty() ? Optional.of(new Choice.KeepLocal()) : Optional.empty();
            case TAKE_RELEASE ->
                    text.isEmpty() ? Optional.of(new Choice.TakeRelease()) : Optional.empty();
            case WRITE -> text.map(Choice.Write::new);
            default -> Optional.empty();
        };
    }
}
