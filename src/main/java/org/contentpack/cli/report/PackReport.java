package org.contentpack.cli.report;

import java.util.List;
import java.util.Locale;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;

/**
 * What was found in one pack, with where it lies, against {@link Report}, which knows no place
 * outside of the pack.
 *
 * @param origin the pack's folder or archive as the caller named it, with {@code /} between its
 *     parts; empty for files that lie where the command runs
 * @param about whether it is a pack, or what tools say of themselves
 * @param exempted findings that somebody has given a reason for; they do not count
 */
public record PackReport(
        String origin, About about, Report report, List<Exempted> exempted, SourceTexts texts) {

    public PackReport {
        exempted = List.copyOf(exempted);
    }

    /** A pack in which nothing is exempted. */
    public PackReport(String origin, Report report, SourceTexts texts) {
        this(origin, About.PACK, report, List.of(), texts);
    }

    /** What tools say of their settings and extensions. */
    public static PackReport ofTools(String origin, Report report, SourceTexts texts) {
        return new PackReport(origin, About.TOOLS, report, List.of(), texts);
    }

    /** What findings are about. */
    public enum About {
        PACK,
        TOOLS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A finding that is not told, and why. */
    public record Exempted(Finding finding, String reason) {}

    /** Where a file of the pack lies, as the caller may open it; the pack's own place for "". */
    String path(String file) {
        if (origin.isEmpty() || file.isEmpty()) {
            return origin.isEmpty() && file.isEmpty() ? "." : origin + file;
        }
        return origin.endsWith("/") ? origin + file : origin + "/" + file;
    }
}
