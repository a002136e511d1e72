package org.contentpack.pack;

import java.util.Optional;

/** Who answers for a pack: for its words, and for what it says of health. */
public record Owners(Optional<String> content, Optional<String> clinical) {}
