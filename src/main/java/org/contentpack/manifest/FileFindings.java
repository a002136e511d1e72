package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.finding.Report;
import org.contentpack.pack.FilePath;

/**
 * Gathers what is found in one file while it is read, at most as many findings as a report keeps.
 * For one thread.
 */
final class FileFindings {

    private final FilePath file;
    private final Part part;
    private final List<Finding> findings = new ArrayList<>();

    FileFindings(FilePath file, Part part) {
        this.file = file;
        this.part = part;
    }

    FilePath file() {
        return file;
    }

    Part part() {
        return part;
    }

    void add(TextDefect defect, Position position, Object... arguments) {
        add(defect.in(part), position, arguments);
    }

    /** With what was probably meant. */
    void add(TextDefect defect, Position position, Optional<String> meant, Object... arguments) {
        add(defect.in(part), position, meant, arguments);
    }

    /** With what was probably meant. */
    void add(BuiltInRule rule, Position position, Optional<String> meant, Object... arguments) {
        add(Finding.of(rule, Location.of(file, position), arguments).suggesting(meant));
    }

    void add(BuiltInRule rule, Position position, Object... arguments) {
        if (!isFull()) {
            add(Finding.of(rule, Location.of(file, position), arguments));
        }
    }

    /** The file as a whole. */
    void add(BuiltInRule rule, Object... arguments) {
        add(Finding.of(rule, Location.of(file), arguments));
    }

    void add(Finding finding) {
        if (!isFull()) {
            findings.add(finding);
        }
    }

    /** Asked before a finding is made too: a file may give cause for a million. */
    boolean isFull() {
        return findings.size() >= Report.MAX_FINDINGS;
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }
}
