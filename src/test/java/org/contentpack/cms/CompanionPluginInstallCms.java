package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.junit.jupiter.api.Test;

/** The plugin gets onto a site by WordPress's own means. */
final class CompanionPluginInstallCms {

    private static final Path SOURCES = Path.of("src", "main", "wordpress");

    @Test
    void wordPressInstallsTheZipAndSwitchesItOn() throws Exception {
        try (WordPressSite site = WordPressSite.openWithoutPlugin()) {
            assertThat(site.get("/contentpack/v1/status").statusCode()).isEqualTo(404);
            Path zip = Files.createTempFile(site.folder(), "plugin", ".zip");
            try (PackFiles files = InMemoryPackFiles.ofFolder(SOURCES);
                    OutputStream out = Files.newOutputStream(zip)) {
                CanonicalArchive.write(files, out);
            }
            assertThat(
                            site.php(
                                    """
                                    require_once ABSPATH . 'wp-admin/includes/admin.php';
                                    require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
                                    $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
                                    var_export( $upgrader->install( '%s' ) );
                                    echo ' ', $upgrader->plugin_info(), ' ';
                                    var_export( activate_plugin( $upgrader->plugin_info() ) );
                                    """
                                            .formatted(zip)))
                    .isEqualTo("true contentpack/contentpack.php NULL");
            assertThat(site.get("/contentpack/v1/status").statusCode()).isEqualTo(200);
            assertThat(site.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void everyFileIsPhpWithoutAnErrorOfSyntax() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".php")).sorted().toList()) {
                assertThat(
                                Php.run(
                                                SOURCES,
                                                "http://127.0.0.1",
                                                "",
                                                "-l",
                                                file.toAbsolutePath().toString())
                                        .strip())
                        .isEqualTo("No syntax errors detected in " + file.toAbsolutePath());
            }
        }
    }
}
