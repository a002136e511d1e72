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

    /** A registered release with its content. */
    record Found(Registration registration, Release release) {}

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
        Resolution resolution = registry.resolve(pack, selector);
        if (resolution instanceof Resolution.Exact exact) {
            return found(exact.registration());
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
        PackId pack = pack(packText);
        if (registry.versions(pack).isEmpty()) {
            throw noPack(packText);
        }
        Optional<Registration> latest = registry.latest(pack);
        return found(
                latest.orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "\"" + pack + "\" has pre-releases only.")));
    }

    Found found(Registration registration) throws IOException {
        return new Found(registration, registry.release(registration));
    }

    static PackId pack(String text) {
        return PackId.parse(text).orElseThrow(() -> noPack(text));
    }

    private static ProblemException noPack(String text) {
        return ProblemException.notFound("There is no pack \"" + text + "\".");
    }

    VersionAnswer version(Found found) throws IOException {
        Registration registration = found.registration();
        List<Registration> stable = stable(registration.id().pack());
        return new VersionAnswer(
                registration.id().pack(),
                registration.id().version(),
                registration.digest(),
                found.release().manifest().released(),
                registration.datetime(),
                registration.sequence(),
                new StatusAnswer(
                        !stable.isEmpty() && stable.get(0).equals(registration),
                        successor(stable, registration).map(this::reference),
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

    /** The highest stable release where it is higher than this one. */
    Optional<Registration> newer(Registration registration) throws IOException {
        return stable(registration.id().pack()).stream()
                .findFirst()
                .filter(r -> isHigher(r, registration));
    }

    /** Highest first. */
    private List<Registration> stable(PackId pack) throws IOException {
        return registry.versions(pack).stream().filter(r -> r.id().version().isStable()).toList();
    }

    private static boolean isHigher(Registration one, Registration other) {
        return one.id().version().compareTo(other.id().version()) > 0;
    }

    private static Optional<Registration> successor(
            List<Registration> stable, Registration registration) {
        return stable.stream()
                .filter(r -> isHigher(r, registration))
                .reduce((higher, lower) -> lower);
    }

    /**
     * The versions around a release as values of {@code Link} headers.
     *
     * @param below what follows the release in the address, such as {@code /articles/x}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5829">RFC 5829</a>
     */
    List<String> versionLinks(Registration registration, String below) throws IOException {
        PackId pack = registration.id().pack();
        List<Registration> stable = stable(pack);
        List<String> values = new ArrayList<>();
        values.add(link(links.versions(pack), "version-history"));
        if (!stable.isEmpty()) {
            values.add(link(links.release(stable.get(0).id()) + below, "latest-version"));
        }
        stable.stream()
                .filter(r -> isHigher(registration, r))
                .findFirst()
                .ifPresent(
                        r ->
                                values.add(
                                        link(
                                                links.release(r.id()) + below,
                                                "predecessor-version")));
        successor(stable, registration)
                .ifPresent(
                        r -> values.add(link(links.release(r.id()) + below, "successor-version")));
        return values;
    }

    static String link(String url, String relation) {
        return "<" + url + ">; rel=\"" + relation + "\"";
    }
}
