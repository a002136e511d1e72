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
    TEXT(new TextReport()),
    /** For programs of one's own. */
    JSON(new JsonReport()),
    /** For code scanning: SARIF 2.1.0. */
    SARIF(new SarifReport()),
    /** For build servers: JUnit's XML. */
    JUNIT(new JUnitReport()),
    /** For workflows of GitHub, which show them beside the lines. */
    GITHUB(new GitHubReport());

    private final ReportWriting writing;

    ReportFormat(ReportWriting writing) {
        this.writing = writing;
    }

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
        writing.write(packs, settings, out);
    }
}
