package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spreadsheets make of cells. */
class InstallationsCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain|plain",
                "=1+1|'=1+1",
                "+49 30|'+49 30",
                "-1|'-1",
                "@cmd|'@cmd",
                "a-b|a-b",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "=a,b|\"'=a,b\""
            },
            quoteCharacter = '\0')
    void noCellIsAFormulaOrLeavesItsPlace(String text, String cell) {
        assertThat(InstallationsCsv.cell(text)).isEqualTo(cell);
    }

    @org.junit.jupiter.api.Test
    void lineBreaksStayInsideACell() {
        assertThat(InstallationsCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(InstallationsCsv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(InstallationsCsv.cell("")).isEmpty();
    }
}
