package org.contentpack.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;
import static org.contentpack.sync.SyncFixture.states;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import org.contentpack.compare.Choice;
import org.contentpack.storage.DatabaseSettings;
import org.junit.jupiter.api.Test;

/** What the engine stores can be stored in PostgreSQL too: one walk through all of its tables. */
class SyncOnPostgresTest {

    @Test
    void anUpgradeIsPlannedDecidedAppliedAndUndone() throws IOException {
        MemoryCms cms = new MemoryCms();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SyncFixture it =
                        SyncFixture.on(
                                new DatabaseSettings(
                                        postgres.getJdbcUrl("postgres", "postgres"),
                                        Optional.of("postgres"),
                                        Optional.of("postgres")),
                                cms)) {
            it.publishLegCramps("1.0.0");
            it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
            String post = cms.only().id();
            cms.editSection(post, "dehydration", text -> "## Dehydration\n\nDrink.\n");
            it.publishLegCramps("1.1.0");

            Plan plan = it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.KeepLocal());
            Run run = it.apply(plan);

            assertThat(states(run))
                    .containsExactly(
                            "what-causes-leg-cramps-at-night/en done",
                            "what-causes-leg-cramps-at-night/es done");
            assertThat(it.sync.apply(plan.id(), plan.digest(), "tester"))
                    .isEqualTo(new Sync.ApplyResult.Applied(run.id()));
            assertThat(actions(it.plan(LEG_CRAMPS, "1.1.0")))
                    .containsExactly(
                            "what-causes-leg-cramps-at-night/en keep",
                            "what-causes-leg-cramps-at-night/es unchanged");
            assertThat(it.sync.fleet(SyncStore.Filter.of(SITE, LEG_CRAMPS)))
                    .extracting(e -> e.installation().key().language() + " " + e.drifted())
                    .containsExactly("en true", "es false");

            Run undone = it.undo(run);

            assertThat(undone.undoes()).contains(run.id());
            assertThat(it.sync.runs(SITE))
                    .extracting(Run::state)
                    .containsExactly(Run.State.FINISHED, Run.State.FINISHED, Run.State.FINISHED);
            assertThat(it.store.unfinished()).isEmpty();
            assertThat(it.sync.undo(run.id(), "tester"))
                    .isEqualTo(new Sync.UndoResult.NotPossible("The run was undone already."));
        }
    }
}
