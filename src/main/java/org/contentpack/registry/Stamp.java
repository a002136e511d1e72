package org.contentpack.registry;

import java.time.Instant;

/** Who wants a change, and when. */
public record Stamp(Actor actor, Instant recorded) {}
