package org.contentpack.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Small zips that become large where somebody believes them. */
public final class Bombs {

    private Bombs() {}

    /** 250 entries that share the deflated bytes of one: 42 kB that say they are 5.5 GB. */
    static HostileZip overlapping() {
        HostileZip bomb =
                new HostileZip().file("0.md", new byte[22 << 20], HostileZip.Entry::deflate);
        HostileZip.Entry kernel = new HostileZip.Entry("0.md", new byte[22 << 20]).deflate();
        for (int i = 1; i < 250; i++) {
            bomb.file(
                    i + ".md",
                    new byte[0],
                    e -> {
                        e.hasLocal = false;
                        e.offset = OptionalLong.of(0);
                        e.method = 8;
                        e.size = kernel.size;
                        e.compressed = kernel.compressed;
                        e.crc = kernel.crc;
                    });
        }
        return bomb;
    }

    /** 70,000 empty entries. */
    static HostileZip crowd() {
        HostileZip crowd = new HostileZip().zip64();
        for (int i = 0; i < 70_000; i++) {
            crowd.file(i + ".md", "");
        }
        return crowd;
    }

    /** One entry of 60 MB that says it has 1,000 bytes. */
    private static HostileZip lying() {
        return new HostileZip()
                .file(
                        "pack.yaml",
                        new byte[60 << 20],
                        e -> {
                            e.deflate();
                            e.size = 1_000;
                        });
    }

    private static HostileZip nested() {
        HostileZip inner =
                new HostileZip().file("a.md", new byte[1 << 20], HostileZip.Entry::deflate);
        for (int i = 0; i < 5; i++) {
            inner = new HostileZip().file("a.zip", inner.bytes(), HostileZip.Entry::deflate);
        }
        return inner;
    }

    /** The bytes of all, by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("L1 overlapping", overlapping().bytes());
        all.put("L2 lying", lying().bytes());
        all.put("L3 nested", nested().bytes());
        all.put("L4 crowd", crowd().bytes());
        return all;
    }
}
