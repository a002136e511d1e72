package org.contentpack.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.version.Range;
import org.contentpack.version.Selector;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;

/**
 * All releases of one pack at one moment, what is known of them, and what is chosen among them. An
 * answer that is made of one history cannot mix two states of the registry.
 *
 * @param registrations highest version first; empty where there is no such pack
 * @param channels that were set, by name; {@code latest} is computed
 * @param withdrawals those in force
 * @param reviews statements by the digest of the article's file, oldest first
 * @param latestHistory which release was the latest, and since when
 * @param sequence of the last event of the pack; 0 where there is none
 */
public record PackHistory(
        PackId pack,
        List<Registration> registrations,
        SortedMap<String, Version> channels,
        Map<Withdrawable, InForce> withdrawals,
        Map<Digest, List<GivenStatement>> reviews,
        LatestHistory latestHistory,
        long sequence) {

    static final Comparator<Registration> HIGHEST_FIRST =
            Comparator.<Registration, Version>comparing(r -> r.id().version()).reversed();

    public PackHistory {
        registrations = List.copyOf(registrations);
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        withdrawals = Map.copyOf(withdrawals);
        reviews = Map.copyOf(reviews);
    }

    /** What can be withdrawn: a release, or one article in it. */
    public record Withdrawable(Version version, Optional<ArticleId> article) {}

    /** A withdrawal and the moment from which it holds. */
    public record InForce(Withdrawal withdrawal, Instant since) {}

    /** Nothing has happened to this pack. */
    static PackHistory empty(PackId pack) {
        return new PackHistory(
                pack, List.of(), new TreeMap<>(), Map.of(), Map.of(), LatestHistory.EMPTY, 0);
    }

    /** The history after more events, in order. */
    PackHistory with(List<Event> events) {
        List<Registration> releases = new ArrayList<>(registrations);
        SortedMap<String, Version> moved = new TreeMap<>(channels);
        Map<Withdrawable, InForce> withdrawn = new HashMap<>(withdrawals);
        Map<Digest, List<GivenStatement>> said = new HashMap<>(reviews);
        LatestHistory.Recorder latest =
                new LatestHistory.Recorder(latestHistory, stable().toList());
        for (Event event : events) {
            Change change = event.change();
            if (change instanceof Change.Registered registered) {
                releases.add(registered.registration());
                latest.registered(registered.registration());
            } else if (change instanceof Change.ChannelMoved channel) {
                moved.put(channel.channel().value(), channel.version());
            } else if (change instanceof Change.Withdrawn w) {
                withdrawn.put(
                        new Withdrawable(w.version(), w.article()),
                        new InForce(w.withdrawal(), event.recorded()));
                if (w.article().isEmpty()) {
                    latest.withdrawn(w.version(), event.recorded());
                }
            } else if (change instanceof Change.Reinstated r) {
                withdrawn.remove(new Withdrawable(r.version(), r.article()));
                if (r.article().isEmpty()) {
                    releases.stream()
                            .filter(release -> release.id().version().equals(r.version()))
                            .forEach(release -> latest.reinstated(release, event.recorded()));
                }
            } else if (change instanceof Change.Reviewed reviewed) {
                said.merge(
                        reviewed.digest(),
                        List.of(reviewed.given()),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
            }
        }
        releases.sort(HIGHEST_FIRST);
        return new PackHistory(
                pack,
                releases,
                moved,
                withdrawn,
                said,
                latest.history(),
                events.get(events.size() - 1).sequence());
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

    /** The release of exactly this version, withdrawn or not. */
    public Optional<Registration> release(Version version) {
        return occupant(version).filter(r -> r.id().version().equals(version));
    }

    private Optional<Registration> highestIn(Range range) {
        return usable().filter(r -> range.contains(r.id().version())).findFirst();
    }

    private Optional<Registration> named(ChannelName channel) {
        return channel.equals(ChannelName.LATEST)
                ? latest()
                : channel(channel).flatMap(this::release);
    }

    /** Where a channel that was set points now. */
    public Optional<Version> channel(ChannelName channel) {
        return Optional.ofNullable(channels.get(channel.value()));
    }

    /** The withdrawal of a release as a whole, where one is in force. */
    public Optional<Withdrawal> withdrawal(Version version) {
        return inForce(version, Optional.empty()).map(InForce::withdrawal);
    }

    /**
     * The withdrawal of a release, or of one article in it, and since when it is so.
     *
     * @param article empty for the release as a whole
     */
    public Optional<InForce> inForce(Version version, Optional<ArticleId> article) {
        return Optional.ofNullable(withdrawals.get(new Withdrawable(version, article)));
    }

    /** The articles of a release that are withdrawn by themselves, by id. */
    public SortedMap<ArticleId, InForce> withdrawnArticles(Version version) {
        SortedMap<ArticleId, InForce> articles = new TreeMap<>();
        withdrawals.forEach(
                (what, inForce) -> {
                    if (what.version().equals(version) && what.article().isPresent()) {
                        articles.put(what.article().get(), inForce);
                    }
                });
        return articles;
    }

    /** The withdrawal of one article in a release, where one is in force. */
    public Optional<Withdrawal> withdrawal(Version version, ArticleId article) {
        return inForce(version, Optional.of(article)).map(InForce::withdrawal);
    }

    /** What was said of the review of an article's bytes, oldest first. */
    public List<GivenStatement> reviews(Digest article) {
        return reviews.getOrDefault(article, List.of());
    }

    /** The highest stable release that is not withdrawn: what {@code latest} points at. */
    public Optional<Registration> latest() {
        return stable().findFirst();
    }

    /**
     * The releases that were the latest up to a moment, the one of that moment first and the one
     * before it next; where the moment is before all of them, only the first of all.
     */
    public List<Registration> latestAt(Instant moment) {
        return latestHistory.at(moment);
    }

    /** Every release that was the latest at some time, in the order of their datetimes. */
    public List<Registration> everLatest() {
        return latestHistory.all();
    }

    /** The latest release where it is higher than the given one. */
    public Optional<Registration> newerThan(Registration registration) {
        return latest().filter(r -> r.id().version().compareTo(registration.id().version()) > 0);
    }

    /** The next higher stable release that is not withdrawn. */
    public Optional<Registration> successor(Registration registration) {
        return stable().filter(r -> r.id().version().compareTo(registration.id().version()) > 0)
                .reduce((higher, lower) -> lower);
    }

    /** The next lower stable release that is not withdrawn. */
    public Optional<Registration> predecessor(Registration registration) {
        return stable().filter(r -> r.id().version().compareTo(registration.id().version()) < 0)
                .findFirst();
    }

    /**
     * The highest stable release below a version, whether or not there is one at it. A withdrawn
     * one was read and copied all the same, so that steps are counted from it; of an erased one
     * nothing is left to count from.
     */
    Optional<Registration> before(Version version) {
        return registrations.stream()
                .filter(r -> r.id().version().isStable())
                .filter(r -> !isErased(r.id().version()))
                .filter(r -> r.id().version().compareTo(version) < 0)
                .findFirst();
    }

    /** The release to show for the pack: the latest, else the highest that can still be read. */
    public Optional<Registration> shown() {
        return latest().or(
                        () ->
                                registrations.stream()
                                        .filter(
                                                r ->
                                                        withdrawal(r.id().version())
                                                                .map(w -> w.kind().isShown())
                                                                .orElse(true))
                                        .findFirst());
    }

    /** Whether the bytes of a release were destroyed. */
    public boolean isErased(Version version) {
        return withdrawal(version).map(w -> w.kind() == Withdrawal.Kind.ERASED).orElse(false);
    }

    /** The registration with the highest sequence. */
    Optional<Registration> newest() {
        return registrations.stream().max(Comparator.comparingLong(Registration::sequence));
    }

    private Stream<Registration> usable() {
        return registrations.stream().filter(r -> withdrawal(r.id().version()).isEmpty());
    }

    private Stream<Registration> stable() {
        return usable().filter(r -> r.id().version().isStable());
    }
}
