package org.contentpack.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Tells findings in one format. */
interface ReportWriting {

    /** Writes all of it; neither flushes nor closes. */
    void write(List<PackReport> packs, ReportSettings settings, Writer out) throws IOException;
}
