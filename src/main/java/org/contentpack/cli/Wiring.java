package org.contentpack.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the commands with what they need. */
final class Wiring {

    private static final Map<Class<?>, BiFunction<Terminal, Engines, Object>> COMMANDS =
            Map.of(
                    ValidateCommand.class, ValidateCommand::new,
                    BuildCommand.class, BuildCommand::new,
                    IngestCommand.class, IngestCommand::new,
                    ReleaseCommand.class, ReleaseCommand::new);

    private Wiring() {}

    /** Empty for what is no command of ours. */
    static <K> Optional<K> create(Class<K> kind, Terminal terminal, Engines engines) {
        return Optional.ofNullable(COMMANDS.get(kind))
                .map(made -> kind.cast(made.apply(terminal, engines)));
    }
}
