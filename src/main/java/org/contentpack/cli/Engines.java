package org.contentpack.cli;

import org.jspecify.annotations.Nullable;

/** The one {@link Engine} of a call, made at its first use. For one thread. */
final class Engines {

    private @Nullable Engine engine;

    Engine get() {
        Engine made = engine;
        if (made == null) {
            made = new Engine();
            engine = made;
        }
        return made;
    }
}
