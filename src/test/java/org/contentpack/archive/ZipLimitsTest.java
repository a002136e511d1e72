package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.Results.codesAndPlaces;
import static org.contentpack.archive.Results.opened;
import static org.contentpack.archive.Results.refusal;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.contentpack.BadInput;
import org.contentpack.finding.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Group L of the bad inputs, as far as it is decided before there is a manifest. */
@Timeout(60)
class ZipLimitsTest {

    private static final Limits SMALL = new Limits(10_000, 3, 100, 250, 10, 100, 100);

    @TempDir private Path folder;

    private OpenResult open(HostileZip zip, Limits limits) throws IOException {
        return new ZipReader(limits).open(zip.in(folder));
    }

    @Test
    @BadInput("L1")
    void l1OverlapBombIsRefusedFromItsHeaders() throws IOException {
        HostileZip bomb = Bombs.overlapping();
        Path zip = bomb.in(folder);
        Limits withoutRatio =
                new Limits(256 << 20, 30_000, 64 << 20, 512 << 20, 2_000, 1 << 20, 1 << 20);
        assertThat(Files.size(zip)).isLessThan(50_000);
        new ZipReader(SMALL).open(zip);

        long start = System.nanoTime();
        OpenResult result = new ZipReader(withoutRatio).open(zip);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(codesAndPlaces(result)).containsExactly("PKG-016");
        assertThat(refusal(result)).isEqualTo(Refusal.ARCHIVE_LIMITS);
        assertThat(took).isLessThan(Duration.ofMillis(100));
    }

    @Test
    @BadInput("L2")
    void l2ReadingStopsOneByteBeyondTheDeclaredLength() throws IOException {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1 << 20]);

        Content content = Content.read(endless, 1 << 10);

        assertThat(content.sizeBytes()).isEqualTo((1 << 10) + 1);
        assertThat(endless.available()).isEqualTo((1 << 20) - (1 << 10) - 1);
    }

    @Test
    @BadInput("L3")
    void l3NestedZipIsAFileLikeOthers() throws IOException {
        byte[] nested = new HostileZip().file("../evil.md", "x").bytes();

        OpenResult.Opened opened =
                opened(open(new HostileZip().file("a.zip", nested, e -> {}), Limits.DEFAULT));

        assertThat(opened.files().list().sizeBytes()).isEqualTo(nested.length);
    }

    @Test
    @BadInput("L4")
    void l4TooManyEntriesAreCountedFromTheEndRecord() throws IOException {
        HostileZip crowd = new HostileZip().file("a.md", "x").zip64();
        for (int count : new int[] {65_536, 70_000}) {
            byte[] zip = crowd.bytes();
            int record = zip.length - 98;
            byte[] counted =
                    HostileZip.patched(
                            HostileZip.patched(zip, record + 24, 8, count), record + 32, 8, count);

            OpenResult result =
                    new ZipReader(Limits.DEFAULT).open(HostileZip.write(folder, counted));

            assertThat(codesAndPlaces(result)).containsExactly("PKG-015");
        }
    }

    @Test
    @BadInput("L4")
    void l4SeventyThousandEmptyEntriesAreRefused() throws IOException {
        assertThat(codesAndPlaces(open(Bombs.crowd(), Limits.DEFAULT))).containsExactly("PKG-015");
    }

    @Test
    @BadInput("L5")
    void l5PackAtEveryLimitIsRead() throws IOException {
        HostileZip full =
                new HostileZip()
                        .file("a", new byte[100], e -> {})
                        .file("b", new byte[100], e -> {})
                        .file("c", new byte[50], e -> {});
        Limits exact = new Limits(full.bytes().length, 3, 100, 250, 10, 100, 100);

        assertThat(opened(open(full, exact)).files().list().sizeBytes()).isEqualTo(250);
    }

    @Test
    @BadInput("L5")
    void l5OneByteOverEachLimitIsRefused() throws IOException {
        HostileZip entry = new HostileZip().file("a", new byte[101], e -> {});
        HostileZip total =
                new HostileZip()
                        .file("a", new byte[100], e -> {})
                        .file("b", new byte[100], e -> {})
                        .file("c", new byte[51], e -> {});
        HostileZip count = new HostileZip().file("a", "").file("b", "").file("c", "").file("d", "");
        HostileZip folders = new HostileZip().file("a/b/c/d", "");
        HostileZip length = new HostileZip().file("a", "x");
        Limits short1 = new Limits(length.bytes().length - 1, 3, 100, 250, 10, 100, 100);

        assertThat(codesAndPlaces(open(entry, SMALL))).containsExactly("ENT-044 a");
        assertThat(codesAndPlaces(open(total, SMALL))).containsExactly("PKG-016");
        assertThat(codesAndPlaces(open(count, SMALL))).containsExactly("PKG-015");
        assertThat(codesAndPlaces(open(folders, SMALL))).containsExactly("PKG-015");
        assertThat(codesAndPlaces(open(length, short1))).containsExactly("PKG-014");
    }

    @Test
    void l5RatioCountsAboveOneMebibyte() throws IOException {
        Limits tight = new Limits(1 << 20, 3, 4 << 20, 8 << 20, 2, 100, 100);
        HostileZip below = new HostileZip().file("a", new byte[1 << 20], HostileZip.Entry::deflate);
        HostileZip above =
                new HostileZip().file("a", new byte[(1 << 20) + 1], HostileZip.Entry::deflate);
        int size = 2 << 20;
        int compressed = HostileZip.deflate(new byte[size]).length;
        HostileZip exact = new HostileZip().file("a", new byte[size], HostileZip.Entry::deflate);
        int ratio = (size + compressed - 1) / compressed;

        assertThat(codesAndPlaces(open(below, tight))).isEmpty();
        assertThat(codesAndPlaces(open(above, tight))).containsExactly("ENT-045 a");
        assertThat(codesAndPlaces(open(exact, ratio(ratio)))).isEmpty();
        assertThat(codesAndPlaces(open(exact, ratio(ratio - 1)))).containsExactly("ENT-045 a");
    }

    private static Limits ratio(int ratio) {
        return new Limits(1 << 20, 3, 4 << 20, 8 << 20, ratio, 100, 100);
    }

    @Test
    void hugeDeclaredLengthsDoNotWrapAround() throws IOException {
        HostileZip huge = new HostileZip().file("0", "x");
        for (String name : new String[] {"a", "b"}) {
            huge.file(
                    name,
                    "x",
                    e -> {
                        e.extra = HostileZip.extra(1, HostileZip.longs(Long.MAX_VALUE));
                        e.size = -1;
                    });
        }

        assertThat(codesAndPlaces(open(huge, SMALL)))
                .containsExactly(
                        "PKG-016",
                        "ENT-020 a",
                        "ENT-044 a",
                        "ENT-045 a",
                        "ENT-020 b",
                        "ENT-044 b",
                        "ENT-045 b");
    }

    @Test
    void findingsEndWhereNoReportShowsMore() throws IOException {
        HostileZip unsafe = new HostileZip();
        HostileZip twofold = new HostileZip();
        for (int i = 0; i < 3_000; i++) {
            unsafe.file("../" + i, "");
            twofold.file(i + ".md", "", e -> e.localName = new byte[] {'x'});
        }

        assertThat(codesAndPlaces(open(unsafe, Limits.DEFAULT))).hasSize(1_001);
        assertThat(codesAndPlaces(open(twofold, Limits.DEFAULT))).hasSize(1_002);
    }

    @Test
    void memoryDoesNotGrowWithTheFiles() throws IOException {
        Limits large = new Limits(64 << 20, 3, 64 << 20, 64 << 20, 2_000, 100, 100);
        Path zip =
                new HostileZip()
                        .file("a", new byte[32 << 20], HostileZip.Entry::deflate)
                        .in(folder);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();

        opened(new ZipReader(large).open(zip));

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }
}
