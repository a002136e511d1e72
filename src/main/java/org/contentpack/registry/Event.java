package org.contentpack.registry;

import java.time.Instant;
import org.contentpack.pack.PackId;

/**
 * One entry of the registry's history, which is only ever added to.
 *
 * @param sequence place in the order of all events, from 1, never a clock
 * @param recorded when, by the server's clock: for people, never for order
 */
public record Event(long sequence, PackId pack, Instant recorded, Actor actor, Change change) {}
