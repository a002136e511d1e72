package org.contentpack.render;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Review;

/**
 * The words of pages that are not the article's own, in the article's language; in English where
 * there are none in that language.
 */
final class Labels {

    private static final String UNDECIDED = "LicenseRef-Undecided";

    private final Locale locale;
    private final ResourceBundle texts;

    private Labels(Locale locale) {
        this.locale = locale;
        this.texts =
                ResourceBundle.getBundle(
                        "org.contentpack.render.labels",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Labels in(Language language) {
        return new Labels(language.toLocale());
    }

    String text(String key) {
        return texts.getString(key);
    }

    /** Why a text should not be relied on, without the publisher's own words. */
    String notice(TextStatus.Notice notice) {
        return text("notice." + notice.kind());
    }

    /** A licence in words: an SPDX expression, or that there is none yet. */
    String license(String expression) {
        return expression.equals(UNDECIDED) ? text("license.undecided") : expression + ".";
    }

    /** What a text derives from, and what was changed. */
    String derivesFrom(Provenance from) {
        return text("derivesFrom")
                + ": "
                + from.title()
                + ", "
                + from.site()
                + " ("
                + from.byline()
                + "). "
                + from.changes();
    }

    /** Version, publisher and licence in one line. */
    String imprint(Manifest manifest) {
        return text("version")
                + " "
                + manifest.version()
                + ". "
                + text("publisher")
                + ": "
                + manifest.publisher()
                + ". "
                + text("license")
                + ": "
                + license(manifest.license());
    }

    /** Who reviewed a text and when, or that nobody did; that a review's time is over. */
    String review(TextStatus status, Function<LocalDate, String> day) {
        if (!(status.review() instanceof Review.Reviewed reviewed)) {
            return text("unreviewed");
        }
        return text("reviewedBy")
                + " "
                + reviewed.reviewer().name()
                + " ("
                + reviewed.reviewer().role()
                + "), "
                + day.apply(reviewed.lastReviewed())
                + ". "
                + text("nextReview")
                + ": "
                + day.apply(reviewed.nextReview())
                + "."
                + (status.overdue() ? " " + text("overdue") : "");
    }

    /** The day in words. English is written the international way: 24 November 2026. */
    String date(LocalDate date) {
        Locale written = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, null, IsoChronology.INSTANCE, written);
        return DateTimeFormatter.ofPattern(pattern, written).format(date);
    }
}
