/**
 * Findings as people, editors and build servers read them (see {@link
 * org.contentpack.cli.report.ReportFormat}).
 */
@NullMarked
package org.contentpack.cli.report;

import org.jspecify.annotations.NullMarked;
