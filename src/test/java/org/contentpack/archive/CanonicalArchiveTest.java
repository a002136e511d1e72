package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.contentpack.archive.Results.opened;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalArchiveTest {

    /** Of the bytes that every JDK must write for {@link #tree}. */
    private static final String GOLDEN =
            "sha256:b3d6aad0d37dc170f42b2e53a806f105387b36610fba4394b95e4ce0526f9227";

    @TempDir private Path folder;

    private static PackFiles tree() throws IOException {
        MemoryTree tree =
                new MemoryTree()
                        .file("pack.yaml", "format: 1\n")
                        .file("articles/a.md", "# A\n")
                        .file("articles/é.md", "# É\n")
                        .file("articles-old.md", "")
                        .file("assets/a.svg", "<svg/>".repeat(10_000));
        return opened(new ResourceReader(Limits.DEFAULT).open(tree)).files();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalArchive.write(tree(), out);
        return out.toByteArray();
    }

    @Test
    void bytesAreTheGoldenOnes() throws IOException {
        assertThat(Digest.of(archive()).value()).isEqualTo(GOLDEN);
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void bytesDoNotDependOnTimeZoneOrLocale() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Digest.of(archive()).value()).isEqualTo(GOLDEN);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void ourReaderFindsTheSameFiles() throws IOException {
        Path zip = HostileZip.write(folder, archive());

        OpenResult.Opened opened = opened(new ZipReader(Limits.DEFAULT).open(zip));

        assertThat(opened.files().list()).isEqualTo(tree().list());
        assertThat(opened.notes()).isEmpty();
    }

    @Test
    void lengthIsKnownBeforehand() throws IOException {
        assertThat(CanonicalArchive.sizeBytes(tree().list())).isEqualTo(archive().length);
        assertThat(CanonicalArchive.sizeBytes(new FileList(List.of()))).isEqualTo(22);
    }

    @Test
    void bothReadersOfTheJdkFindTheSameEntries() throws IOException {
        File zip = HostileZip.write(folder, archive()).toFile();
        List<String> paths = tree().list().entries().stream().map(e -> e.path().value()).toList();
        List<String> streamed = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive()))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                assertThat(e.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                assertThat(e.getExtra()).isNull();
                streamed.add(e.getName());
            }
        }

        assertThat(streamed).isEqualTo(paths);
        try (ZipFile file = new ZipFile(zip, StandardCharsets.UTF_8)) {
            assertThat(file.stream().map(ZipEntry::getName)).isEqualTo(paths);
        }
    }

    /** The longest file that is held, and what lies on either side of it. */
    @ParameterizedTest
    @ValueSource(ints = {(1 << 16) - 1, 1 << 16, (1 << 16) + 1, 1 << 18})
    void lengthOfAFileMakesNoDifference(int bytes) throws IOException {
        String text = "0123456789abcdef".repeat(1 << 14).substring(0, bytes);
        MemoryTree tree = new MemoryTree().file("assets/a.svg", text).file("assets/b.svg", "b");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalArchive.write(opened(new ResourceReader(Limits.DEFAULT).open(tree)).files(), out);

        List<String> texts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            while (in.getNextEntry() != null) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(texts).isEqualTo(List.of(text, "b"));
    }

    @Test
    void otherToolsFindNothingWrong() throws IOException, InterruptedException {
        String zip = HostileZip.write(folder, archive()).toString();

        for (List<String> tool :
                List.of(
                        List.of("unzip", "-tqq", zip),
                        List.of("python3", "-m", "zipfile", "-t", zip))) {
            assertThat(exitCode(tool)).as(tool.get(0)).isZero();
        }
    }

    private static int exitCode(List<String> command) throws InterruptedException, IOException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException e) {
            return Assumptions.abort(command.get(0) + " is not here: " + e.getMessage());
        }
    }

    @Test
    void archiveThatNeeds64BitsIsMisuse() {
        FileEntry huge = new FileEntry(new FilePath("a"), Digest.of(""), 1L << 32);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalArchive.sizeBytes(new FileList(List.of(huge))));
    }
}
