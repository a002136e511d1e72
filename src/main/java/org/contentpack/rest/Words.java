package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.contentpack.access.Scope;
import org.contentpack.compare.Place;
import org.contentpack.render.PlainText;
import org.contentpack.sync.Action;
import org.contentpack.sync.Drift;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.Target;
import org.contentpack.sync.UpdatePolicy;

/** What things are called on pages for editors. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK)
                    .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** {@code 1 article}, {@code 2 articles}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /**
     * @param text any text that stands there, whose heading names the section
     */
    static String place(Place place, String text) {
        if (place instanceof Place.Section section) {
            return PlainText.heading(text, capital(section.section().value().replace('-', ' ')));
        }
        if (place instanceof Place.Order) {
            return "Order of the sections";
        }
        return switch (((Place.Field) place).name()) {
            case "title" -> "Title";
            case "summary" -> "Summary";
            case "tags" -> "Tags";
            case "slug" -> "Address";
            case "status" -> "Whether it is there";
            default -> capital(((Place.Field) place).name());
        };
    }

    static String policy(Target target) {
        UpdatePolicy policy = target.policy();
        if (policy instanceof UpdatePolicy.Ask) {
            return "People plan and apply.";
        }
        if (policy instanceof UpdatePolicy.Pin) {
            return "Articles stay at the version that they have until somebody applies a plan.";
        }
        return policy instanceof UpdatePolicy.Hold
                ? "On hold: nothing is planned or applied."
                : "Articles that nobody changed here are updated by themselves where all changes"
                        + " are of these kinds: "
                        + policy.id().substring("auto:".length()).replace(",", ", ")
                        + ".";
    }

    static String action(Action action, boolean safety) {
        return switch (action) {
            case CREATE -> "It is not on the site yet and will be made.";
            case UPDATE ->
                    "Nobody has changed it on the site. What the release changed will be written"
                            + (safety ? "; readers need it." : ".");
            case KEEP -> "Only your editors have changed it. Nothing will be written.";
            case MERGE -> "Release and editors have changed different places. Both will be there.";
            case CONFLICT ->
                    "Release and editors have changed the same places. Somebody has to decide; what"
                            + " nobody decides stays as it is on the site.";
            case RETIRE -> "The article is no longer in the release.";
            case UNCHANGED -> "It stands as the release has it. Nothing will be written.";
        };
    }

    static String state(RunItem.State state) {
        return switch (state) {
            case WAITING -> "waiting";
            case WRITING -> "being written";
            case DONE -> "done";
            case UNCHANGED -> "nothing had to be written";
            case FAILED -> "failed";
            case CANCELLED -> "not reached before the run was stopped";
        };
    }

    static String state(Run.State state) {
        return switch (state) {
            case RUNNING -> "is working";
            case FINISHED -> "has finished";
            case CANCELLED -> "was stopped";
            case FAILED -> "could not go on";
        };
    }

    static String drift(Drift drift) {
        return switch (drift.state()) {
            case CHANGED -> "changed in " + count(drift.steps().size(), "place");
            case TRASHED -> "put into the trash";
            case DELETED -> "deleted";
            case COPY -> "a copy of an article, which is left alone";
        };
    }

    static boolean mayWrite(HttpServletRequest request) {
        return Callers.of(request).has(Scope.SYNC);
    }
}
