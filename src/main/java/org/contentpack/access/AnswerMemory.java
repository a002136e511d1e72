package org.contentpack.access;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where {@link RememberedAnswer}s are kept for a time, one for each caller and key. Safe for use by
 * several threads.
 */
public interface AnswerMemory {

    /**
     * The answer that was given under a key.
     *
     * @param since older ones count as forgotten
     */
    Optional<RememberedAnswer> find(String caller, String key, Instant since) throws IOException;

    /**
     * Keeps an answer unless there is one under its key, and forgets what is too old or too much.
     *
     * @param now when it was given
     * @param since older ones are forgotten, whoever's they are
     * @param most how many of one caller are kept; its oldest go first
     * @return the one that is kept, which another server may have been the first to give
     */
    RememberedAnswer keep(RememberedAnswer answer, Instant now, Instant since, int most)
            throws IOException;
}
