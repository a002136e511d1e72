package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.PKG_020;
import static org.contentpack.finding.BuiltInRule.PKG_021;
import static org.contentpack.finding.BuiltInRule.PKG_022;
import static org.contentpack.finding.BuiltInRule.PKG_023;
import static org.contentpack.finding.BuiltInRule.PKG_024;
import static org.contentpack.finding.BuiltInRule.PKG_025;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;

/**
 * A release's list as it was written when the release was made, against {@link FileList}, what its
 * files are now. The two must agree in every byte, because the list's own digest is the release's.
 *
 * <p>Lines are as {@code sha256sum} prints them for text: 64 lower-case hex digits, two spaces, the
 * path, a line feed. The mark {@code *} of its binary mode, carriage returns and backslash escapes
 * are findings: with them the same content would have a second digest.
 */
public final class Sha256List {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

    private record Line(int number, Digest digest) {}

    private final String file;
    private final String text;
    private final SortedMap<FilePath, Line> lines = new TreeMap<>();
    private final List<Finding> lineFindings = new ArrayList<>();

    private Sha256List(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Takes the text as it is; what is wrong with it is among the findings of {@link #compare}.
     *
     * @param file what the list is called, such as {@code 1.1.0.sha256}, to stand in findings
     */
    public static Sha256List parse(String file, String text) {
        Sha256List list = new Sha256List(file, text);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean isRest = i == lines.length - 1 && lines[i].isEmpty();
            if (!isRest) {
                list.add(i + 1, lines[i]);
            }
        }
        return list;
    }

    private void add(int number, String line) {
        Matcher matcher = LINE.matcher(line);
        Optional<FilePath> path =
                matcher.matches() ? FilePath.parse(matcher.group(2)) : Optional.empty();
        if (path.isEmpty()) {
            lineFindings.add(Finding.of(PKG_020, at(number), line));
            return;
        }
        Line known =
                lines.putIfAbsent(path.get(), new Line(number, Digest.ofHex(matcher.group(1))));
        if (known != null) {
            lineFindings.add(Finding.of(PKG_024, at(number), path.get(), known.number()));
        }
    }

    /** Where the files are not what the list says; empty where both agree. */
    public List<Finding> compare(FileList files) {
        List<Finding> findings = new ArrayList<>(lineFindings);
        SortedMap<FilePath, Line> unmatched = new TreeMap<>(lines);
        for (FileEntry entry : files.entries()) {
            Line line = unmatched.remove(entry.path());
            if (line == null) {
                findings.add(Finding.of(PKG_021, Location.of(entry.path()), entry.path(), file));
            } else if (!line.digest().equals(entry.digest())) {
                findings.add(
                        Finding.of(
                                PKG_023,
                                at(line.number()),
                                entry.path(),
                                entry.digest().hex(),
                                line.digest().hex()));
            }
        }
        for (Map.Entry<FilePath, Line> absent : unmatched.entrySet()) {
            findings.add(
                    Finding.of(PKG_022, at(absent.getValue().number()), absent.getKey(), file));
        }
        if (findings.isEmpty() && !text.equals(files.text())) {
            findings.add(Finding.of(PKG_025, Location.of(file), file));
        }
        return findings.stream().sorted().toList();
    }

    private Location at(int line) {
        return new Location(file, Optional.of(new Position(line, 1)));
    }
}
