package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packages of a lock file, as npm installs them; no script of theirs is run. */
public final class NpmPackages {

    private NpmPackages() {}

    /**
     * @param sources folder with {@code package.json}, its lock and {@code .npmrc}
     * @param folder that is there; {@code node_modules} is made in it
     */
    public static void install(Path sources, Path folder, Duration patience)
            throws IOException, InterruptedException {
        for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.copy(
                    sources.resolve(name),
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Command.run(
                folder,
                Map.of(),
                patience,
                "",
                List.of(
                        "npm",
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--prefer-offline"));
    }
}
