package org.contentpack.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.PackId;
import org.contentpack.version.Range;
import org.contentpack.version.Selector;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;

/**
 * All releases of one pack at one moment, and what is chosen among them. An answer that is made of
 * one history cannot mix two states of the registry.
 *
 * @param registrations highest version first; empty where there is no such pack
 */
public record PackHistory(PackId pack, List<Registration> registrations) {

    static final Comparator<Registration> HIGHEST_FIRST =
            Comparator.<Registration, Version>comparing(r -> r.id().version()).reversed();

    public PackHistory {
        registrations = List.copyOf(registrations);
    }

    /** What a selector chooses. */
    public Resolution resolve(Selector selector) {
        if (registrations.isEmpty()) {
            return new Resolution.NoPack(pack);
        }
        if (selector instanceof Selector.Exact exact) {
            return resolve(exact);
        }
        Optional<Registration> chosen =
                selector instanceof Selector.Within within
                        ? highestIn(within.range())
                        : named(((Selector.Named) selector).channel());
        return chosen.<Resolution>map(Resolution.Chosen::new)
                .orElse(new Resolution.NoMatch(pack, selector));
    }

    private Resolution resolve(Selector.Exact selector) {
        return occupant(selector.version())
                .<Resolution>map(
                        r ->
                                r.id().version().equals(selector.version())
                                        ? new Resolution.Exact(r)
                                        : new Resolution.Chosen(r))
                .orElse(new Resolution.NoMatch(pack, selector));
    }

    /** The release that holds the number of a version, whatever its build metadata. */
    Optional<Registration> occupant(Version version) {
        return registrations.stream()
                .filter(r -> r.id().version().compareTo(version) == 0)
                .findFirst();
    }

    private Optional<Registration> highestIn(Range range) {
        return registrations.stream().filter(r -> range.contains(r.id().version())).findFirst();
    }

    private Optional<Registration> named(ChannelName channel) {
        return channel.equals(ChannelName.LATEST) ? latest() : Optional.empty();
    }

    /** The highest stable release: what the channel {@code latest} points at. */
    public Optional<Registration> latest() {
        return stable().findFirst();
    }

    /** The highest stable release where it is higher than the given one. */
    public Optional<Registration> newerThan(Registration registration) {
        return latest().filter(r -> r.id().version().compareTo(registration.id().version()) > 0);
    }

    /** The next higher stable release. */
    public Optional<Registration> successor(Registration registration) {
        return stable().filter(r -> r.id().version().compareTo(registration.id().version()) > 0)
                .reduce((higher, lower) -> lower);
    }

    /** The next lower stable release. */
    public Optional<Registration> predecessor(Registration registration) {
        return before(registration.id().version());
    }

    /** The highest stable release below a version, whether or not there is one at it. */
    Optional<Registration> before(Version version) {
        return stable().filter(r -> r.id().version().compareTo(version) < 0).findFirst();
    }

    /** The registration with the highest sequence. */
    Optional<Registration> newest() {
        return registrations.stream().max(Comparator.comparingLong(Registration::sequence));
    }

    private java.util.stream.Stream<Registration> stable() {
        return registrations.stream().filter(r -> r.id().version().isStable());
    }
}
