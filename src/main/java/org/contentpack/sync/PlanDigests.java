package org.contentpack.sync;

import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.pack.Digest;

/**
 * Names plans by what they would do. Every text enters with its length, so that no two plans have
 * one name.
 */
final class PlanDigests {

    private PlanDigests() {}

    /** What a plan rests on and wants, without decisions. */
    static Digest state(Digest release, List<PlanItem> items) {
        StringBuilder text = new StringBuilder();
        add(text, release.value());
        for (PlanItem item : items) {
            add(text, item.key().toString());
            add(text, item.item().orElse(""));
            add(text, item.from().map(Object::toString).orElse(""));
            for (Step step : item.steps()) {
                add(text, step);
            }
        }
        return Digest.of(text.toString());
    }

    /** The same with decisions. */
    static Digest of(Digest state, List<PlanItem> items) {
        StringBuilder text = new StringBuilder();
        add(text, state.value());
        for (PlanItem item : items) {
            for (Decision decision : item.decisions()) {
                add(text, item.key().toString());
                add(text, decision.place().id());
                add(text, decision.choice().getClass().getSimpleName());
                add(text, decision.choice() instanceof Choice.Write write ? write.text() : "");
                add(text, decision.person());
                add(text, decision.reason());
            }
        }
        return Digest.of(text.toString());
    }

    private static void add(StringBuilder text, Step step) {
        add(text, step.place().id());
        Outcome outcome = step.outcome();
        add(text, outcome.getClass().getSimpleName());
        if (outcome instanceof Outcome.Same same) {
            add(text, same.text());
        } else if (outcome instanceof Outcome.Taken taken) {
            add(text, taken.before());
            add(text, taken.text());
        } else if (outcome instanceof Outcome.Kept kept) {
            add(text, kept.before());
            add(text, kept.text());
        } else if (outcome instanceof Outcome.Proposed proposed) {
            add(text, proposed.base());
            add(text, proposed.ours());
            add(text, proposed.theirs());
            add(text, proposed.text());
        } else if (outcome instanceof Outcome.Conflict conflict) {
            add(text, conflict.base());
            add(text, conflict.ours());
            add(text, conflict.theirs());
        }
    }

    private static void add(StringBuilder text, Optional<String> value) {
        add(text, value.map(v -> "=" + v).orElse(""));
    }

    private static void add(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value).append('\n');
    }
}
