package org.contentpack.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the commands with what they need. */
final class Wiring {

    private static final Map<Class<?>, BiFunction<Terminal, Engines, Object>> COMMANDS =
            Map.ofEntries(
                    Map.entry(ApplyCommand.class, ApplyCommand::new),
                    Map.entry(BuildCommand.class, BuildCommand::new),
                    Map.entry(BumpCommand.class, BumpCommand::new),
                    Map.entry(ChannelCommand.class, ChannelCommand::new),
                    Map.entry(DiffCommand.class, DiffCommand::new),
                    Map.entry(DriftCommand.class, DriftCommand::new),
                    Map.entry(ExportCommand.class, ExportCommand::new),
                    Map.entry(IngestCommand.class, IngestCommand::new),
                    Map.entry(NewArticleCommand.class, NewArticleCommand::new),
                    Map.entry(NewPackCommand.class, NewPackCommand::new),
                    Map.entry(PlanCommand.class, PlanCommand::new),
                    Map.entry(PublishCommand.class, PublishCommand::new),
                    Map.entry(ReleaseCommand.class, ReleaseCommand::new),
                    Map.entry(ReviewCommand.class, ReviewCommand::new),
                    Map.entry(ServeCommand.class, ServeCommand::new),
                    Map.entry(SignCommand.class, SignCommand::new),
                    Map.entry(StatsCommand.class, StatsCommand::new),
                    Map.entry(UndoCommand.class, UndoCommand::new),
                    Map.entry(ValidateCommand.class, ValidateCommand::new),
                    Map.entry(VerifyCommand.class, VerifyCommand::new),
                    Map.entry(WithdrawCommand.class, WithdrawCommand::new));

    private Wiring() {}

    /** Empty for what is no command of ours. */
    static <K> Optional<K> create(Class<K> kind, Terminal terminal, Engines engines) {
        return Optional.ofNullable(COMMANDS.get(kind))
                .map(made -> kind.cast(made.apply(terminal, engines)));
    }
}
