package org.contentpack.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that findings are told in. */
public enum ReportFormat {
    /** For people: lines with the part underlined. */
    TEXT,
    /** For programs of one's own. */
    JSON,
    /** For code scanning: SARIF 2.1.0. */
    SARIF,
    /** For build servers: JUnit's XML. */
    JUNIT,
    /** For workflows of GitHub, which show them beside the lines. */
    GITHUB;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name, in lower case. */
    public static Optional<ReportFormat> parse(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /**
     * Tells the findings of some packs. Same findings, same texts, same bytes.
     *
     * @param out neither flushed nor closed
     */
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        writing().write(packs, settings, out);
    }

    private ReportWriting writing() {
        return switch (this) {
            case TEXT -> new TextReport();
            case JSON -> new JsonReport();
            case SARIF -> new SarifReport();
            case JUNIT -> new JUnitReport();
            case GITHUB -> new GitHubReport();
        };
    }
}
