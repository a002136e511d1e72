package org.contentpack.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.version.Version;

/**
 * Which release was the latest of a pack, and since when: recorded event by event, so that a
 * withdrawal or a reinstatement changes what comes after it and nothing before. Immutable.
 *
 * <p>A release counts from its datetime on; what happens to it later counts from when it was
 * recorded, but never before the span that it ends began.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089#section-4">RFC 7089, section 4</a>
 */
record LatestHistory(List<Span> spans) {

    /** Nothing was the latest yet. */
    static final LatestHistory EMPTY = new LatestHistory(List.of());

    LatestHistory {
        spans = List.copyOf(spans);
    }

    /**
     * The time until the next span, or until now.
     *
     * @param latest empty where every stable release was withdrawn
     */
    record Span(Instant from, Optional<Registration> latest) {}

    /** Goes on after an earlier history, event by event. */
    static final class Recorder {

        private final List<Span> spans;
        private final NavigableMap<Version, Registration> usable = new TreeMap<>();

        /**
         * @param usable the stable releases that are not withdrawn
         */
        Recorder(LatestHistory before, Iterable<Registration> usable) {
            this.spans = new ArrayList<>(before.spans);
            usable.forEach(this::add);
        }

        private void add(Registration registration) {
            Version version = registration.id().version();
            if (version.isStable()) {
                usable.put(version, registration);
            }
        }

        void registered(Registration registration) {
            add(registration);
            record(registration.datetime());
        }

        void withdrawn(Version version, Instant at) {
            usable.remove(version);
            record(at);
        }

        void reinstated(Registration registration, Instant at) {
            add(registration);
            record(at);
        }

        private void record(Instant at) {
            Optional<Registration> latest =
                    Optional.ofNullable(usable.lastEntry()).map(Map.Entry::getValue);
            Optional<Span> last =
                    spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(spans.size() - 1));
            if (last.map(Span::latest).orElse(Optional.empty()).equals(latest)) {
                return;
            }
            Instant from = last.map(Span::from).filter(before -> before.isAfter(at)).orElse(at);
            spans.add(new Span(from, latest));
        }

        LatestHistory history() {
            return new LatestHistory(spans);
        }
    }

    /**
     * The releases that were the latest up to a moment, the one of that moment first and the one
     * before it next; where the moment is before all of them, only the first of all.
     */
    List<Registration> at(Instant moment) {
        List<Registration> newestFirst = new ArrayList<>();
        for (Span span : spans) {
            if (!span.from().isAfter(moment)) {
                span.latest().ifPresent(latest -> newestFirst.add(0, latest));
            }
        }
        return newestFirst.isEmpty()
                ? spans.stream().flatMap(s -> s.latest().stream()).limit(1).toList()
                : newestFirst;
    }

    /** Every release that was the latest at some time, in the order of their datetimes. */
    List<Registration> all() {
        return spans.stream()
                .flatMap(span -> span.latest().stream())
                .distinct()
                .sorted(Comparator.comparing(Registration::datetime))
                .toList();
    }
}
