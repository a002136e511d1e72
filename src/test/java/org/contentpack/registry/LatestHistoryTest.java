package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;

class LatestHistoryTest {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant day(int number) {
        return DAY.plusSeconds(86_400L * number);
    }

    private static Registration release(String version, int day) {
        return new Registration(
                new ReleaseId(new PackId("knots"), Version.parse(version).orElseThrow()),
                Digest.of(version),
                Digest.of("archive of " + version),
                1,
                1,
                day(day));
    }

    private static LatestHistory.Recorder recorder() {
        return new LatestHistory.Recorder(LatestHistory.EMPTY, List.of());
    }

    private static List<String> at(LatestHistory history, Instant moment) {
        return history.at(moment).stream().map(r -> r.id().version().text()).toList();
    }

    @Test
    void everyMomentHasTheReleaseThatWasTheLatestThen() {
        LatestHistory.Recorder recorder = recorder();
        recorder.registered(release("1.0.0", 1));
        recorder.registered(release("1.1.0", 3));
        recorder.registered(release("2.0.0-rc.1", 4));
        recorder.registered(release("1.0.1", 5));
        LatestHistory history = recorder.history();

        assertThat(at(history, day(0))).containsExactly("1.0.0");
        assertThat(at(history, day(1))).containsExactly("1.0.0");
        assertThat(at(history, day(3).minusNanos(1))).containsExactly("1.0.0");
        assertThat(at(history, day(3))).containsExactly("1.1.0", "1.0.0");
        assertThat(at(history, day(9))).containsExactly("1.1.0", "1.0.0");
        assertThat(history.all())
                .extracting(r -> r.id().version().text())
                .containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void aWithdrawalChangesWhatComesAfterItAndNothingBefore() {
        LatestHistory.Recorder recorder = recorder();
        Registration second = release("1.1.0", 2);
        recorder.registered(release("1.0.0", 1));
        recorder.registered(second);
        recorder.withdrawn(second.id().version(), day(4));
        recorder.reinstated(second, day(6));
        LatestHistory history = recorder.history();

        assertThat(at(history, day(3)).get(0)).isEqualTo("1.1.0");
        assertThat(at(history, day(5)).get(0)).isEqualTo("1.0.0");
        assertThat(at(history, day(7)).get(0)).isEqualTo("1.1.0");
        assertThat(history.all())
                .extracting(r -> r.id().version().text())
                .containsExactly("1.0.0", "1.1.0");
    }

    @Test
    void whereEverythingWasWithdrawnTheOneBeforeIsTheNearest() {
        LatestHistory.Recorder recorder = recorder();
        Registration only = release("1.0.0", 1);
        recorder.registered(only);
        recorder.withdrawn(only.id().version(), day(2));

        assertThat(at(recorder.history(), day(3))).containsExactly("1.0.0");
    }

    @Test
    void aSpanNeverBeginsBeforeTheOneThatItEnds() {
        LatestHistory.Recorder recorder = recorder();
        Registration early = release("1.0.0", 5);
        recorder.registered(early);
        recorder.withdrawn(early.id().version(), day(3));

        assertThat(recorder.history().spans())
                .extracting(LatestHistory.Span::from)
                .containsExactly(day(5), day(5));
    }

    @Test
    void aHistoryIsTheSameHoweverManyEventsComeAtOnce() {
        Registration first = release("1.0.0", 1);
        Registration second = release("1.1.0", 2);
        LatestHistory.Recorder whole = recorder();
        whole.registered(first);
        whole.registered(second);
        whole.withdrawn(second.id().version(), day(3));
        LatestHistory.Recorder begun = recorder();
        begun.registered(first);
        LatestHistory.Recorder gone = new LatestHistory.Recorder(begun.history(), List.of(first));
        gone.registered(second);
        gone.withdrawn(second.id().version(), day(3));

        assertThat(gone.history()).isEqualTo(whole.history());
    }
}
