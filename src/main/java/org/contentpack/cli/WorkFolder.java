package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.contentpack.cli.fix.Fixing;

/** The folder that authors work in, against a release, in which nothing changes again. */
final class WorkFolder {

    private WorkFolder() {}

    /**
     * @throws CommandFailure where commands may change nothing at the path
     */
    static void check(Path folder) throws IOException, CommandFailure {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    folder
                            + (Files.exists(folder)
                                    ? ": only a folder can be changed"
                                    : ": there is no such folder"));
        }
        Optional<Path> list = Fixing.listBeside(folder);
        if (list.isPresent()) {
            throw new CommandFailure(
                    folder
                            + ": it is a release with the list "
                            + list.get().getFileName()
                            + " beside it, which never changes; change the folder that authors"
                            + " work in");
        }
    }
}
