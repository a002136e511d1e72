package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.Review;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.version.Selector;

/** Finds what a pack and a selector in an address name, or says why there is nothing. */
@Dependent
public class ReleaseLookup {

    /** Where the selector stands in {@code /api/packs/{pack}/versions/{selector}}. */
    private static final int SELECTOR_SEGMENT = 4;

    @Inject Registry registry;

    @Inject Links links;

    /**
     * A registered release with its content, among the others of its pack.
     *
     * @param history of the pack when the release was looked up
     */
    record Found(PackHistory history, Registration registration, Release release) {}

    /**
     * The release that an address names.
     *
     * @throws RedirectException where the selector is a range, a channel or another spelling: to
     *     the same address with the exact version
     * @throws ProblemException where there is no such pack or release, or the selector is none
     */
    Found at(String packText, String selectorText, RequestTarget target) throws IOException {
        PackId pack = pack(packText);
        Selector selector =
                Selector.parse(selectorText)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "\""
                                                        + selectorText
                                                        + "\" is no version (1.0.0), no range (1,"
                                                        + " ^1.0, ~1.1) and no channel (latest)."));
        PackHistory history = registry.history(pack);
        Resolution resolution = history.resolve(selector);
        if (resolution instanceof Resolution.Exact exact) {
            return found(history, exact.registration());
        }
        if (resolution instanceof Resolution.Chosen chosen) {
            String version = chosen.registration().id().version().text();
            throw RedirectException.chosen(
                    links.absolute(target.with(SELECTOR_SEGMENT, version).toString()));
        }
        if (resolution instanceof Resolution.NoMatch) {
            throw ProblemException.notFound(
                    "No release of \""
                            + pack
                            + "\" matches \""
                            + selectorText
                            + "\"; its versions are listed at "
                            + links.versions(pack)
                            + ".");
        }
        throw noPack(packText);
    }

    /** The highest stable release of a pack. */
    Found latest(String packText) throws IOException {
        PackHistory history = history(packText);
        return found(
                history,
                history.latest()
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "\"" + packText + "\" has pre-releases only.")));
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
        return new Found(history, registration, registry.release(registration));
    }

    static PackId pack(String text) {
        return PackId.parse(text).orElseThrow(() -> noPack(text));
    }

    private static ProblemException noPack(String text) {
        return ProblemException.notFound("There is no pack \"" + text + "\".");
    }

    VersionAnswer version(Found found) {
        Registration registration = found.registration();
        PackHistory history = found.history();
        return new VersionAnswer(
                registration.id().pack(),
                registration.id().version(),
                registration.digest(),
                found.release().manifest().released(),
                registration.datetime(),
                registration.sequence(),
                new StatusAnswer(
                        history.latest().equals(Optional.of(registration)),
                        history.successor(registration).map(this::reference),
                        unreviewed(found.release())),
                links.release(registration.id()));
    }

    private static List<org.contentpack.pack.ArticleId> unreviewed(Release release) {
        return release.articles().stream()
                .filter(a -> a.review() instanceof Review.Unreviewed)
                .map(ArticleHead::id)
                .distinct()
                .toList();
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
    List<String> versionLinks(Found found, String below) {
        PackHistory history = found.history();
        Registration registration = found.registration();
        List<String> values = new ArrayList<>();
        values.add(link(links.versions(history.pack()), "version-history"));
        add(values, history.latest(), below, "latest-version");
        add(values, history.predecessor(registration), below, "predecessor-version");
        add(values, history.successor(registration), below, "successor-version");
        return values;
    }

    private void add(
            List<String> values, Optional<Registration> version, String below, String relation) {
        version.ifPresent(r -> values.add(link(links.release(r.id()) + below, relation)));
    }

    static String link(String url, String relation) {
        return "<" + url + ">; rel=\"" + relation + "\"";
    }
}
