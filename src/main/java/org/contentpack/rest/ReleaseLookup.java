package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.registry.MissedSafety;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.registry.ReviewState;
import org.contentpack.registry.ServedRelease;
import org.contentpack.registry.Withdrawal;
import org.contentpack.render.TextStatus;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;

/** Finds what a pack and a selector in an address name, or says why there is nothing. */
@Dependent
public class ReleaseLookup {

    /** Where the selector stands in {@code /api/packs/{pack}/versions/{selector}}. */
    private static final int SELECTOR_SEGMENT = 4;

    @Inject Registry registry;

    @Inject Links links;

    @Inject ReleaseAccess access;

    @Inject InstantSource clock;

    /**
     * A registered release with its content, among the others of its pack.
     *
     * @param history of the pack when the release was looked up
     */
    record Found(
            PackHistory history, Registration registration, ServedRelease served, LocalDate today) {

        /** What readers get of it. */
        Release release() {
            return served.shown();
        }

        /** The same for a caller who may have what readers do not get. */
        Found withHeld() {
            return new Found(history, registration, served.withHeld(), today);
        }

        ReviewState review(ArticleHead article) {
            return ReviewState.of(article, history, today);
        }

        Version version() {
            return registration.id().version();
        }

        /** What readers of an article must know beside its text. */
        TextStatus status(ArticleHead article) {
            ReviewState state = review(article);
            Optional<Withdrawal> withdrawal =
                    history.withdrawal(version(), article.id())
                            .or(() -> history.withdrawal(version()));
            List<TextStatus.Notice> notices =
                    Stream.concat(missed(article).stream(), withdrawal.map(Found::notice).stream())
                            .toList();
            return state instanceof ReviewState.Reviewed reviewed
                    ? new TextStatus(
                            new Review.Reviewed(
                                    reviewed.reviewer(),
                                    reviewed.lastReviewed(),
                                    reviewed.nextReview()),
                            reviewed.overdue(),
                            notices,
                            reviewed.signedBy())
                    : new TextStatus(new Review.Unreviewed(), false, notices);
        }

        private Optional<TextStatus.Notice> missed(ArticleHead article) {
            List<MissedSafety> missed = served.missed(article);
            return missed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new TextStatus.Notice(
                                    TextStatus.Notice.SAFETY, MissedSafety.line(missed)));
        }

        /** Where the release as a whole was withdrawn: what its readers must know. */
        Optional<TextStatus.Notice> notice() {
            return history.withdrawal(version()).map(Found::notice);
        }

        private static TextStatus.Notice notice(Withdrawal withdrawal) {
            return new TextStatus.Notice(withdrawal.kind().id(), withdrawal.note().orElse(""));
        }

        /**
         * Since when a release or an article of it should no longer be used.
         *
         * @param article empty for the release as a whole
         */
        Optional<Instant> deprecated(Optional<ArticleId> article) {
            return article.flatMap(a -> history.inForce(version(), Optional.of(a)))
                    .or(() -> history.inForce(version(), Optional.empty()))
                    .map(PackHistory.InForce::since);
        }
    }

    /**
     * The release that an address names.
     *
     * @throws RedirectException where the selector is a range, a channel or another spelling: to
     *     the same address with the exact version
     * @throws ProblemException where there is no such pack or release, or the selector is none
     */
    Found at(String packText, String selectorText, HttpServletRequest request) throws IOException {
        PackHistory history = registry.history(pack(packText));
        Resolution resolution = resolve(history, selectorText);
        if (resolution instanceof Resolution.Exact exact) {
            access.check(history, exact.registration().id().version(), request);
            return found(history, exact.registration());
        }
        Resolution.Chosen chosen = (Resolution.Chosen) resolution;
        String version = chosen.registration().id().version().text();
        throw RedirectException.chosen(
                links.absolute(Targets.of(request).with(SELECTOR_SEGMENT, version).toString()));
    }

    /**
     * What a selector in an address chooses: {@link Resolution.Exact} or {@link Resolution.Chosen}.
     *
     * @throws ProblemException where the text is no selector, or nothing of the pack matches it
     */
    Resolution resolve(PackHistory history, String selectorText) {
        Selector selector =
                Selector.parse(selectorText)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "\""
                                                        + selectorText
                                                        + "\" is no version (1.0.0), no range (1,"
                                                        + " ^1.0, ~1.1) and no channel (latest)."));
        Resolution resolution = history.resolve(selector);
        if (resolution instanceof Resolution.NoMatch) {
            throw ProblemException.notFound(
                    "No release of \""
                            + history.pack()
                            + "\" matches \""
                            + selectorText
                            + "\"; its versions are listed at "
                            + links.versions(history.pack())
                            + ".");
        }
        if (resolution instanceof Resolution.NoPack) {
            throw noPack(history.pack().value());
        }
        return resolution;
    }

    /** The highest stable release of a pack. */
    Found latest(PackHistory history) throws IOException {
        return found(
                history,
                history.latest()
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "\""
                                                        + history.pack()
                                                        + "\" has no stable release that is not"
                                                        + " withdrawn.")));
    }

    /** The releases of a pack that has some. */
    PackHistory history(String packText) {
        PackHistory history = registry.history(pack(packText));
        if (history.registrations().isEmpty()) {
            throw noPack(packText);
        }
        return history;
    }

    Found found(PackHistory history, Registration registration) throws IOException {
        return new Found(
                history,
                registration,
                registry.served(history, registration),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    static PackId pack(String text) {
        return PackId.parse(text).orElseThrow(() -> noPack(text));
    }

    private static ProblemException noPack(String text) {
        return ProblemException.notFound("There is no pack \"" + text + "\".");
    }

    VersionAnswer version(Found found) {
        Registration registration = found.registration();
        return new VersionAnswer(
                registration.id().pack(),
                registration.id().version(),
                registration.digest(),
                found.release().manifest().released(),
                registration.datetime(),
                registration.sequence(),
                status(found),
                links.release(registration.id()));
    }

    /** What the registry knows of a release beside its bytes. */
    StatusAnswer status(Found found) {
        PackHistory history = found.history();
        Version version = found.version();
        return new StatusAnswer(
                history.latest().equals(Optional.of(found.registration())),
                history.successor(found.registration()).map(this::reference),
                history.inForce(version, Optional.empty())
                        .map(w -> WithdrawalAnswer.of(Optional.empty(), w)),
                history.withdrawnArticles(version).entrySet().stream()
                        .map(e -> WithdrawalAnswer.of(Optional.of(e.getKey()), e.getValue()))
                        .toList(),
                inState(found, "unreviewed"),
                inState(found, "overdue"),
                StaleTranslationAnswer.of(found.served()));
    }

    private static List<ArticleId> inState(Found found, String state) {
        return found.served().whole().articles().stream()
                .filter(a -> found.review(a).id().equals(state))
                .map(ArticleHead::id)
                .distinct()
                .toList();
    }

    /** A release in a list, where even one that was erased has its place. */
    VersionAnswer version(PackHistory history, Registration registration) throws IOException {
        Version version = registration.id().version();
        if (!history.isErased(version)) {
            return version(found(history, registration));
        }
        return new VersionAnswer(
                registration.id().pack(),
                version,
                registration.digest(),
                LocalDate.ofInstant(registration.datetime(), ZoneOffset.UTC),
                registration.datetime(),
                registration.sequence(),
                new StatusAnswer(
                        false,
                        history.successor(registration).map(this::reference),
                        history.inForce(version, Optional.empty())
                                .map(w -> WithdrawalAnswer.of(Optional.empty(), w)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                links.release(registration.id()));
    }

    VersionRef reference(Registration registration) {
        return new VersionRef(registration.id().version(), links.release(registration.id()));
    }

    /**
     * The versions around a release as values of {@code Link} headers.
     *
     * @param below what follows the release in the address, such as {@code /articles/x}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5829">RFC 5829</a>
     */
    List<String> versionLinks(Found found, String below) throws IOException {
        return versionLinks(found, below, release -> true);
    }

    /**
     * The same for a thing that not every release has: nothing leads to where there is none.
     *
     * @param has whether a release has it, or a redirect from it
     */
    List<String> versionLinks(Found found, String below, Predicate<Release> has)
            throws IOException {
        PackHistory history = found.history();
        Registration registration = found.registration();
        List<String> values = new ArrayList<>();
        values.add(link(links.versions(history.pack()), "version-history"));
        Map<String, Optional<Registration>> around = new LinkedHashMap<>();
        around.put("latest-version", history.latest());
        around.put("predecessor-version", history.predecessor(registration));
        around.put("successor-version", history.successor(registration));
        for (Map.Entry<String, Optional<Registration>> each : around.entrySet()) {
            Optional<Registration> there = each.getValue();
            if (there.isPresent() && has.test(registry.release(there.get()))) {
                values.add(link(links.release(there.get().id()) + below, each.getKey()));
            }
        }
        return values;
    }

    static String link(String url, String relation) {
        return "<" + url + ">; rel=\"" + relation + "\"";
    }
}
