package org.contentpack.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.contentpack.archive.HostileZip.extra;
import static org.contentpack.archive.HostileZip.ints;
import static org.contentpack.archive.HostileZip.joined;
import static org.contentpack.archive.HostileZip.longs;
import static org.contentpack.archive.HostileZip.unicodePath;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.contentpack.BadInput;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zips that are read, and what is then given. */
class ZipReaderTest {

    private static final FilePath PACK = new FilePath("pack.yaml");

    @TempDir private Path folder;

    private OpenResult.Opened read(HostileZip zip) throws IOException {
        return opened(new ZipReader(Limits.DEFAULT).open(zip.in(folder)));
    }

    private static HostileZip good() {
        return new HostileZip()
                .file("pack.yaml", "format: 1\n", HostileZip.Entry::deflate)
                .file("assets/", "")
                .file("assets/a.svg", "<svg/>")
                .file("articles/é.md", "# É\n", HostileZip.Entry::deflate);
    }

    private static HostileZip one(Consumer<HostileZip.Entry> change) {
        return new HostileZip().file("pack.yaml", "format: 1\n", change);
    }

    @Test
    void filesAreListedByPathWithDigestAndLength() throws IOException {
        try (PackFiles files = read(good()).files()) {
            assertThat(files.list().text())
                    .isEqualTo(
                            "256a71de6cc35348e537ff0b9da935ff228cca2fd9b5059cfcbfc9eacf29ea07 "
                                    + " articles/é.md\n"
                                    + "d4dc56669143034f31aa309635d4113d9ad76a02b1739da22c965ed2049be9e6"
                                    + "  assets/a.svg\n"
                                    + "1f7b96350b268e336c5e28904d72911aee7f7e1db0f53f263667af74f3ebc23f"
                                    + "  pack.yaml\n");
            assertThat(files.list().sizeBytes()).isEqualTo(21);
        }
    }

    @Test
    void contentsAreGivenBackAsOftenAsAsked() throws IOException {
        try (PackFiles files = read(good()).files()) {
            assertThat(files.read(PACK)).asString(UTF_8).isEqualTo("format: 1\n");
            assertThat(files.read(PACK)).asString(UTF_8).isEqualTo("format: 1\n");
            try (InputStream in = files.open(PACK)) {
                assertThat(in.skip(8)).isEqualTo(8);
                assertThat(in.read()).isEqualTo('1');
                assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("\n");
            }
        }
    }

    @Test
    void unknownPathIsMisuse() throws IOException {
        try (PackFiles files = read(good()).files()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files.open(new FilePath("other.md")))
                    .withMessage("pack has no file \"other.md\"");
        }
    }

    @Test
    void closedFilesCannotBeOpened() throws IOException {
        PackFiles files = read(good()).files();
        files.close();

        assertThatIOException().isThrownBy(() -> files.open(PACK));
    }

    @Test
    void bytesThatChangedAfterwardsAreNotGiven() throws IOException {
        Path zip = new HostileZip().file("pack.yaml", "format: 1\n").in(folder);
        try (PackFiles files = opened(new ZipReader(Limits.DEFAULT).open(zip)).files()) {
            byte[] changed = Files.readAllBytes(zip);
            changed[30 + 9 + 8] = '2';
            Files.write(zip, changed);

            assertThatIOException()
                    .isThrownBy(() -> files.read(PACK))
                    .withMessage("\"pack.yaml\" changed since it was listed");
        }
    }

    @Test
    void archiveOfTheCallerIsKept() throws IOException {
        Path zip = good().in(folder);
        opened(new ZipReader(Limits.DEFAULT).open(zip)).files().close();

        assertThat(zip).exists();
    }

    @Test
    void temporaryArchiveLivesUntilItsFilesAreClosed() throws IOException {
        Path zip = good().in(folder);
        PackFiles files = opened(new ZipReader(Limits.DEFAULT).openTemporary(zip)).files();
        assertThat(files.read(PACK)).asString(UTF_8).isEqualTo("format: 1\n");

        files.close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @BadInput("Z28")
    void z28LitterIsLeftOutByName() throws IOException {
        OpenResult.Opened opened =
                read(
                        new HostileZip()
                                .file("__MACOSX/", "")
                                .file("__MACOSX/._a.md", "x")
                                .file(".DS_Store", "x")
                                .file("assets/Thumbs.db", "x")
                                .file("assets/Desktop.ini", "x")
                                .file("assets/._b.svg", "x")
                                .file("pack.yaml", "x"));

        assertThat(contents(opened.files())).isEqualTo(Map.of("pack.yaml", "x"));
        assertThat(codesAndPlaces(opened.notes()))
                .containsExactly(
                        "ENT-060 .DS_Store",
                        "ENT-060 __MACOSX",
                        "ENT-060 __MACOSX/._a.md",
                        "ENT-060 assets/._b.svg",
                        "ENT-060 assets/Desktop.ini",
                        "ENT-060 assets/Thumbs.db");
    }

    @ParameterizedTest(name = "Z29 date {0}, time {1}")
    @CsvSource({"0, 0", "65535, 65535", "95, 0", "65151, 49152"})
    @BadInput("Z29")
    void z29TimesDoNotMatter(int date, int time) throws IOException {
        OpenResult.Opened opened =
                read(
                        one(
                                e -> {
                                    e.date = date;
                                    e.time = time;
                                }));

        assertThat(contents(opened.files())).isEqualTo(Map.of("pack.yaml", "format: 1\n"));
    }

    @Test
    @BadInput("Z30")
    void z30OrderAndCompressionDoNotChangeTheReleaseDigest() throws IOException {
        FileList list = read(good()).files().list();
        HostileZip other =
                new HostileZip()
                        .file("articles/é.md", "# É\n")
                        .file("assets/a.svg", "<svg/>", HostileZip.Entry::deflate)
                        .file("pack.yaml", "format: 1\n");

        assertThat(read(other).files().list()).isEqualTo(list);
    }

    @Test
    void wordsOfCommonWritersAreUnderstood() throws IOException {
        HostileZip zip =
                new HostileZip()
                        .file("ascii.md", "x", e -> e.flags = 0)
                        .file("unix.md", "x", e -> e.mode(0100644))
                        .file("typeless.md", "x", e -> e.mode(0600))
                        .file("folder/", "", e -> e.mode(0040755))
                        .file("shared/", "", e -> e.mode(0042775))
                        .file("dos/", "", e -> e.attributes = 0x10)
                        .file("empty/", "", HostileZip.Entry::deflate)
                        .file("empty.md", "", HostileZip.Entry::deflate)
                        .file("path.md", "x", e -> e.extra = unicodePath("path.md", "path.md"))
                        .file("times.md", "x", e -> e.localExtra = extra(0x5455, new byte[9]))
                        .comment("made by hand".getBytes(UTF_8));

        assertThat(contents(read(zip).files()).keySet())
                .containsExactly(
                        "ascii.md", "empty.md", "path.md", "times.md", "typeless.md", "unix.md");
    }

    @Test
    void dataDescriptorsAreReadInAllFourForms() throws IOException {
        byte[] none = {};
        HostileZip zip =
                new HostileZip()
                        .file(
                                "signed.md",
                                "x",
                                e -> e.deflate().streamed(ints(0x08074b50, e.crc, e.compressed, 1)))
                        .file(
                                "bare.md",
                                "x",
                                e -> e.deflate().streamed(ints(e.crc, e.compressed, 1)))
                        .file(
                                "signed64.md",
                                "x",
                                e -> {
                                    e.deflate();
                                    e.streamed(
                                            joined(
                                                    ints(0x08074b50, e.crc),
                                                    longs(e.compressed, 1)));
                                    e.localExtra = extra(1, none);
                                })
                        .file(
                                "bare64.md",
                                "x",
                                e -> {
                                    e.deflate();
                                    e.streamed(joined(ints(e.crc), longs(e.compressed, 1)));
                                    e.localExtra = extra(1, longs(0, 0));
                                    e.localSize = OptionalLong.of(-1);
                                    e.localCompressed = OptionalLong.of(-1);
                                });

        assertThat(contents(read(zip).files()))
                .isEqualTo(
                        Map.of(
                                "bare.md",
                                "x",
                                "bare64.md",
                                "x",
                                "signed.md",
                                "x",
                                "signed64.md",
                                "x"));
    }

    @Test
    void zip64IsReadWhereItIsNotNeeded() throws IOException {
        HostileZip zip =
                one(e -> {
                            e.extra = extra(1, longs(10, 10));
                            e.size = -1;
                            e.compressed = -1;
                        })
                        .zip64();

        assertThat(contents(read(zip).files())).isEqualTo(Map.of("pack.yaml", "format: 1\n"));
    }
}
