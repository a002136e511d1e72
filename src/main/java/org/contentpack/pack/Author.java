package org.contentpack.pack;

import java.util.Optional;

/**
 * Somebody who wrote, against {@link Reviewer}, who checked.
 *
 * @param role what they did or are, in words
 */
public record Author(String name, Optional<String> role) {}
