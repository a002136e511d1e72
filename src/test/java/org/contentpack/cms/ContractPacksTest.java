package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.contentpack.sync.SyncFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packs of the contract are such as the registry takes. */
class ContractPacksTest {

    @TempDir Path folder;

    @Test
    void theyCanBePublished() throws Exception {
        try (SyncFixture it =
                SyncFixture.in(
                        folder,
                        ContractTarget.none(),
                        ContractTarget.of("folder", ContractTarget.NOWHERE))) {
            it.publish(SyncFixture.garden());
            assertThat(it.publish(ContractPacks.nextGarden()).id().version().text())
                    .isEqualTo("1.1.0");
            assertThat(it.publish(ContractPacks.manyLetters()).id().pack())
                    .isEqualTo(ContractPacks.MANY_LETTERS);
        }
    }
}
