package org.contentpack.bench;

import org.contentpack.cms.StrapiHands;
import org.junit.jupiter.api.Test;

/** Edits that nobody thought of, on a real Strapi: every one is kept or named. */
class StrapiEditsCms {

    private static final int SCRIPTS = Integer.getInteger("contract.scripts", 50);

    /** It throws where an edit is lost, or where the same release is written again. */
    @Test
    void everyEditIsKeptOrNamedAndTheSameAgainWritesNothing() throws Exception {
        new SyncEditsBenchmark(SCRIPTS, 1).run(StrapiHands.open());
    }
}
