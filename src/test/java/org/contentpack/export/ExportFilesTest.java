package org.contentpack.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.contentpack.export.markdown.MarkdownExporter;
import org.contentpack.export.wordpress.WordPressExporter;
import org.junit.jupiter.api.Test;

/**
 * Exports compared whole with files that a person has read. Where a change is meant, the files are
 * written anew with {@code -Dexport.write=true} and read again.
 */
class ExportFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/export/hostile-texts");
    private static final Path WXR = FOLDER.resolve("expected.wordpress.xml");
    private static final Path HUGO = FOLDER.resolve("expected.markdown");

    private static PackView view() throws IOException {
        return PackView.of(FOLDER.resolve("1.0.0"));
    }

    static byte[] bytes(Exporter exporter, ReleaseView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exporter.write(view, out);
        return out.toByteArray();
    }

    static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theWordPressFileIsTheOneThatWasRead() throws IOException {
        byte[] wxr = bytes(new WordPressExporter(), view());
        if (Boolean.getBoolean("export.write")) {
            Files.write(WXR, wxr);
        }

        assertThat(new String(wxr, StandardCharsets.UTF_8)).isEqualTo(Files.readString(WXR));
    }

    @Test
    void theHugoFolderIsTheOneThatWasRead() throws IOException {
        Map<String, String> files = unzipped(bytes(new MarkdownExporter(), view()));
        if (Boolean.getBoolean("export.write")) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = HUGO.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }

        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(HUGO)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                expected.put(
                        HUGO.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path));
            }
        }
        assertThat(files).isEqualTo(expected);
    }
}
