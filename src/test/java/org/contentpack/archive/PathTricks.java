package org.contentpack.archive;

import static org.contentpack.archive.HostileZip.joined;
import static org.contentpack.archive.HostileZip.unicodePath;
import static org.contentpack.archive.Results.refusal;
import static org.contentpack.finding.Refusal.ARCHIVE_AMBIGUOUS;
import static org.contentpack.finding.Refusal.ARCHIVE_ENTRY_TYPE;
import static org.contentpack.finding.Refusal.ARCHIVE_LIMITS;
import static org.contentpack.finding.Refusal.ARCHIVE_UNSAFE_PATH;

import org.contentpack.finding.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tricks with what entries are called and what they are. */
final class PathTricks {

    private final List<Trick> tricks = new ArrayList<>();

    private PathTricks() {}

    static List<Trick> all() {
        PathTricks all = new PathTricks();
        all.paths();
        all.types();
        all.collisions();
        all.names();
        return all.tricks;
    }

    private void trick(String name, HostileZip zip, Refusal refusal, String... findings) {
        trick(name, zip.bytes(), refusal, findings);
    }

    private void trick(String name, byte[] zip, Refusal refusal, String... findings) {
        tricks.add(new Trick(name, zip, refusal, List.of(findings)));
    }

    private void path(String name, String path, Refusal refusal, String code) {
        trick(name + " " + code, one(path), refusal, (code + " " + path).strip());
    }

    private void paths() {
        path("Z1 up", "../../evil.md", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z2 root", "/etc/x", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z2 two slashes", "//x", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z2 drive", "C:\\x", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z2 drive, relative", "C:x", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z2 share", "\\\\host\\share\\x", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z3 backslashes", "..\\..\\evil.md", ARCHIVE_UNSAFE_PATH, "ENT-034");
        path("Z4 inside up", "a/../../x", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z4 dot", "a/./b", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z4 empty part", "a//b", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z4 empty name", "", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z4 dot alone", ".", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z4 dot at the end", "a./b", ARCHIVE_UNSAFE_PATH, "ENT-037");
        path("Z4 space at the end", "a /b", ARCHIVE_UNSAFE_PATH, "ENT-037");
        path("Z5 sibling", "../pack-evil/x", ARCHIVE_UNSAFE_PATH, "ENT-035");
        path("Z6 percent", "..%2fevil", ARCHIVE_UNSAFE_PATH, "ENT-036");
        path("Z6 percent inside", "a%c0%ae%c0%aeevil", ARCHIVE_UNSAFE_PATH, "ENT-039");
        path("Z25 device", "CON", ARCHIVE_UNSAFE_PATH, "ENT-038");
        path("Z25 device with extension", "aux.md", ARCHIVE_UNSAFE_PATH, "ENT-038");
        path("Z25 device as folder", "a/com1.png/b", ARCHIVE_UNSAFE_PATH, "ENT-038");
        path("Z25 device with superscript", "LPT¹.md", ARCHIVE_UNSAFE_PATH, "ENT-038");
        path("Z25 stream", "ab:c", ARCHIVE_UNSAFE_PATH, "ENT-039");
        path("Z25 one letter and stream", "a:b", ARCHIVE_UNSAFE_PATH, "ENT-033");
        path("Z25 less than", "a<b", ARCHIVE_UNSAFE_PATH, "ENT-039");
        path("Z25 question mark", "a?b", ARCHIVE_UNSAFE_PATH, "ENT-039");
        path("Z25 space", "my photo.png", ARCHIVE_UNSAFE_PATH, "ENT-039");
        path("hidden", ".git/config", ARCHIVE_UNSAFE_PATH, "ENT-036");
        path("decomposed", "e\u0301.md", ARCHIVE_UNSAFE_PATH, "ENT-040");
        path("Z26 long part", "é".repeat(128), ARCHIVE_LIMITS, "ENT-042");
        path("Z26 deep", "a/".repeat(16) + "a", ARCHIVE_LIMITS, "ENT-043");
        String longPath = ("a".repeat(200) + "/").repeat(5) + "a".repeat(20);
        trick(
                "Z26 long path",
                one(longPath),
                ARCHIVE_LIMITS,
                "ENT-041 " + longPath.substring(0, 1024));
        trick(
                "Z26 far too long path",
                one("a".repeat(60_000)),
                ARCHIVE_LIMITS,
                "ENT-041 " + "a".repeat(200));
        String deepLitter = "__MACOSX/" + "a/".repeat(16) + "a";
        path("litter keeps the limits", deepLitter, ARCHIVE_LIMITS, "ENT-043");
        trick(
                "litter does not hide a way up",
                one("__MACOSX/../../._x"),
                ARCHIVE_UNSAFE_PATH,
                "ENT-035 __MACOSX/../../._x");
    }

    private void types() {
        trick(
                "Z7 link and a file below it",
                one(e -> e.mode(0120777)).file("a.md/passwd", "x"),
                ARCHIVE_ENTRY_TYPE,
                "ENT-014 a.md");
        trick(
                "Z7 reparse point",
                one(e -> e.attributes = 0x400),
                ARCHIVE_ENTRY_TYPE,
                "ENT-014 a.md");
        trick("Z8 fifo", one(e -> e.mode(0010644)), ARCHIVE_ENTRY_TYPE, "ENT-015 a.md");
        trick("Z8 character device", one(e -> e.mode(0020644)), ARCHIVE_ENTRY_TYPE, "ENT-015 a.md");
        trick("Z8 block device", one(e -> e.mode(0060644)), ARCHIVE_ENTRY_TYPE, "ENT-015 a.md");
        trick("Z8 socket", one(e -> e.mode(0140644)), ARCHIVE_ENTRY_TYPE, "ENT-015 a.md");
        trick("Z8 setuid", one(e -> e.mode(0104755)), ARCHIVE_ENTRY_TYPE, "ENT-016 a.md");
        trick("Z8 setgid", one(e -> e.mode(0102755)), ARCHIVE_ENTRY_TYPE, "ENT-016 a.md");
        trick("Z8 mode 000", one(e -> e.mode(0100000)), ARCHIVE_ENTRY_TYPE, "ENT-017 a.md");
        trick("Z8 no mode at all", one(e -> e.mode(0)), ARCHIVE_ENTRY_TYPE, "ENT-017 a.md");
        trick(
                "file with folder mode",
                one(e -> e.mode(0040755)),
                ARCHIVE_ENTRY_TYPE,
                "ENT-018 a.md");
        trick(
                "file with folder attribute",
                one(e -> e.attributes = 0x10),
                ARCHIVE_ENTRY_TYPE,
                "ENT-018 a.md");
        trick("Z20 folder with content", one("a/"), ARCHIVE_ENTRY_TYPE, "ENT-019 a/");
        trick("Z21 encrypted", one(e -> e.flags |= 1), ARCHIVE_ENTRY_TYPE, "ENT-011 a.md");
        trick(
                "Z21 strongly encrypted",
                one(e -> e.flags |= 1 << 6),
                ARCHIVE_ENTRY_TYPE,
                "ENT-011 a.md");
        trick("patched data", one(e -> e.flags |= 1 << 5), ARCHIVE_ENTRY_TYPE, "ENT-012 a.md");
        for (int method : new int[] {1, 9, 12, 14, 93, 99}) {
            trick(
                    "Z21 method " + method,
                    one(e -> e.method = method),
                    ARCHIVE_ENTRY_TYPE,
                    "ENT-013 a.md");
        }
    }

    private void collisions() {
        trick("Z9 folder and file", two("a", "a/b"), ARCHIVE_AMBIGUOUS, "ENT-055 a/b");
        trick("Z9 file and folder", two("a/b", "a"), ARCHIVE_AMBIGUOUS, "ENT-055 a");
        trick(
                "Z9 folder entry and file",
                new HostileZip().file("a/", "").file("a", "x"),
                ARCHIVE_AMBIGUOUS,
                "ENT-055 a");
        trick("Z11 twice", two("a.md", "a.md"), ARCHIVE_AMBIGUOUS, "ENT-051 a.md");
        trick(
                "Z11 folder twice",
                new HostileZip().file("a/", "").file("a/", "").file("a/b", "x"),
                ARCHIVE_AMBIGUOUS,
                "ENT-051 a");
        trick(
                "Z23 NFC and NFD",
                two("\u00e9.md", "e\u0301.md"),
                ARCHIVE_AMBIGUOUS,
                "ENT-040 e\u0301.md",
                "ENT-053 e\u0301.md");
        trick("Z23 case", two("A.md", "a.md"), ARCHIVE_AMBIGUOUS, "ENT-052 a.md");
        trick("Z23 case of a folder", two("A/x", "a/y"), ARCHIVE_AMBIGUOUS, "ENT-052 a");
        trick("Z23 sharp s", two("straße", "STRASSE"), ARCHIVE_AMBIGUOUS, "ENT-052 STRASSE");
        trick("Z23 capital sharp s", two("ß", "ẞ"), ARCHIVE_AMBIGUOUS, "ENT-052 ẞ");
        trick("Z23 sigma", two("ΟΔΟΣ", "οδος"), ARCHIVE_AMBIGUOUS, "ENT-052 οδος");
        trick("Z23 full width", two("a.md", "ａ.md"), ARCHIVE_AMBIGUOUS, "ENT-054 ａ.md");
    }

    private void names() {
        trick(
                "Z18 another unicode path",
                one(e -> e.extra = unicodePath("a.md", "b.md")),
                ARCHIVE_AMBIGUOUS,
                "ENT-004 a.md");
        trick(
                "Z18 two unicode paths",
                one(
                        e ->
                                e.extra =
                                        joined(
                                                unicodePath("a.md", "a.md"),
                                                unicodePath("a.md", "a.md"))),
                ARCHIVE_AMBIGUOUS,
                "ENT-004 a.md");
        trick(
                "Z18 unicode path of another name",
                one(e -> e.extra = unicodePath("b.md", "a.md")),
                ARCHIVE_AMBIGUOUS,
                "ENT-004 a.md");
        trick(
                "Z18 another unicode path in the local header",
                one(e -> e.localExtra = unicodePath("a.md", "b.md")),
                ARCHIVE_AMBIGUOUS,
                "ENT-004 a.md");
        trick(
                "Z22 code page 437",
                one(e -> e.rawName(0x82).flags = 0),
                ARCHIVE_UNSAFE_PATH,
                "ENT-001 \\x82");
        trick(
                "Z22 not UTF-8",
                one(e -> e.rawName('a', 0xff)),
                ARCHIVE_UNSAFE_PATH,
                "ENT-001 a\\xff");
        trick(
                "Z6 overlong UTF-8",
                one(e -> e.rawName(0xc0, 0xae)),
                ARCHIVE_UNSAFE_PATH,
                "ENT-001 \\xc0\\xae");
        trick(
                "Z22 lone surrogate",
                one(e -> e.rawName(0xed, 0xa0, 0x80)),
                ARCHIVE_UNSAFE_PATH,
                "ENT-001 \\xed\\xa0\\x80");
        for (int c : new int[] {0, '\n', 0x1b, 0x7f, 0x85}) {
            String shown = String.format("U+%04X", c);
            trick(
                    "Z22 " + shown,
                    one("a" + (char) c + "b"),
                    ARCHIVE_UNSAFE_PATH,
                    "ENT-031 a" + shown + "b");
        }
        for (int c : new int[] {0x202e, 0x200b, 0xfeff, 0xe0041, 0x2028}) {
            String shown = String.format("U+%04X", c);
            trick(
                    "Z24 " + shown,
                    one("a" + Character.toString(c) + "b"),
                    ARCHIVE_UNSAFE_PATH,
                    "ENT-032 a" + shown + "b");
        }
        trick("Z24 variation selector", one("a\ufe0fb"), ARCHIVE_UNSAFE_PATH, "ENT-032 a\ufe0fb");
    }

    private static HostileZip one(String path) {
        return new HostileZip().file(path, "x");
    }

    private static HostileZip one(Consumer<HostileZip.Entry> lie) {
        return new HostileZip().file("a.md", "alpha", lie);
    }

    private static HostileZip two(String first, String second) {
        return new HostileZip().file(first, "x").file(second, "y");
    }
}
