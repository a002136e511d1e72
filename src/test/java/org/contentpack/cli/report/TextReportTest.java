package org.contentpack.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.cli.report.ReportFormat.TEXT;
import static org.contentpack.cli.report.Reports.at;
import static org.contentpack.cli.report.Reports.pack;
import static org.contentpack.cli.report.Reports.write;
import static org.contentpack.finding.BuiltInRule.MAN_029;
import static org.contentpack.finding.BuiltInRule.MAN_031;
import static org.contentpack.finding.BuiltInRule.MAN_040;
import static org.contentpack.finding.BuiltInRule.MAN_057;
import static org.contentpack.finding.BuiltInRule.REF_001;
import static org.contentpack.finding.BuiltInRule.REF_010;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.cli.report.PackReport.Exempted;
import org.contentpack.cli.report.ReportSettings.Colour;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read: whole texts, and that no pack can drive the terminal. */
class TextReportTest {

    private static final String ESC = "\u001B";

    @Test
    void findingsStandByFileWithTheirLinesAndAreCounted() {
        Map<String, String> texts =
                Map.of(
                        "pack.yaml",
                        "format: 1\nreleased: 2026-02-30\n",
                        "articles/basil.md",
                        "---\nid: basil\n---\n## Water {#water cites=\"nhs-cpy\"}\n");
        assertThat(
                        write(
                                TEXT,
                                pack(
                                        "packs/basil",
                                        texts,
                                        at(REF_010, "articles/basil.md", 4, 1, "nhs-cpy")
                                                .suggesting(Optional.of("nhs-copy")),
                                        at(MAN_029, "pack.yaml", 2, 11, "2026-02-30", "released"),
                                        Finding.of(MAN_057, Location.of("pack.yaml")))))
                .isEqualTo(
                        """
                        packs/basil/articles/basil.md (1 error)

                        error[REF-010]: Citation "nhs-cpy" names no source of this article.
                         --> packs/basil/articles/basil.md:4:1
                          |
                        4 | ## Water {#water cites="nhs-cpy"}
                          |                         ^^^^^^^
                          = did you mean: "nhs-copy"?
                          = help: Add the source to "sources" in the front matter, or correct the id.
                          = rule: docs/rules.md#ref-010

                        packs/basil/pack.yaml (1 error, 1 warning)

                        warning[MAN-057]: The pack names no "owners".
                        --> packs/basil/pack.yaml
                         = help: Name who answers for the content, and for what it says of health.
                         = rule: docs/rules.md#man-057

                        error[MAN-029]: Date "2026-02-30" of "released" is no day of the calendar; it must be written as "2026-11-24", in the years 1900 to 2999.
                         --> packs/basil/pack.yaml:2:11
                          |
                        2 | released: 2026-02-30
                          |           ^^^^^^^^^^
                          = help: Write the year, the month and the day with hyphens.
                          = rule: docs/rules.md#man-029

                        2 errors, 1 warning in 2 files.
                        """);
    }

    @Test
    void theDocumentationShowsWhatIsTold() throws IOException {
        String told =
                write(
                        TEXT,
                        pack(
                                "packs/basil",
                                Map.of(
                                        "articles/basil.md",
                                        "---\nid: basil\n---\n## Water {#water cites=\"nhs-cpy\"}\n"),
                                at(REF_010, "articles/basil.md", 4, 1, "nhs-cpy")
                                        .suggesting(Optional.of("nhs-copy"))));
        assertThat(Files.readString(Path.of("docs/findings.md"), StandardCharsets.UTF_8))
                .contains("```\n" + told + "```\n");
    }

    @Test
    void nothingFoundIsOneLine() {
        assertThat(write(TEXT, pack("a", Map.of()), pack("b", Map.of())))
                .isEqualTo("no findings, 2 packs.\n");
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < Report.MAX_FINDINGS + 7; i++) {
            many.add(at(MAN_031, "pack.yaml", i + 1, 1, "A"));
        }
        Finding exempted = Finding.of(MAN_057, Location.of("pack.yaml"));
        String text =
                write(
                        TEXT,
                        new PackReport(
                                "a",
                                PackReport.About.PACK,
                                Report.of(many),
                                List.of(new Exempted(exempted, "because")),
                                SourceTexts.NONE));
        assertThat(text)
                .endsWith("1000 errors in 1 file; 7 more are not told; 1 exempted with reasons.\n");
    }

    @Test
    void aFindingOfTheWholePackStandsAtItsFolder() {
        assertThat(write(TEXT, pack("packs/a", Map.of(), Finding.of(MAN_040, Location.PACK))))
                .startsWith("packs/a (1 error)\n\nerror[MAN-040]: There is no file")
                .contains("\n--> packs/a\n");
    }

    @Test
    void colourIsOnlyWhereItIsAllowed() {
        PackReport pack =
                pack("a", Map.of("pack.yaml", "tags: A\n"), at(MAN_031, "pack.yaml", 1, 7, "A"));
        assertThat(write(TEXT, pack)).doesNotContain(ESC);
        String coloured =
                write(TEXT, new ReportSettings(Colour.ALWAYS, 80, RulePages.LOCAL, "1"), pack);
        assertThat(coloured).contains(ESC + "[1;31merror[MAN-031]" + ESC + "[0m");
        assertThat(coloured.replaceAll(ESC + "\\[[0-9;]*m", "")).isEqualTo(write(TEXT, pack));
    }

    /** Part of the line before the mark is as wide as what stands before the part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\tbad | 2 | '    bad' | '    ^^^'",
                "a\\tbad | 3 | 'a   bad' | '    ^^^'",
                "日本 bad | 4 | '日本 bad' | '     ^^^'",
                "e\u0301e bad | 5 | 'e\u0301e bad' | '   ^^^'",
                "🌿 bad | 3 | '🌿 bad' | '   ^^^'",
                "\u202Ebad | 2 | '<U+202E>bad' | '        ^^^'",
                "x\u001B[2Jbad | 6 | 'x␛[2Jbad' | '     ^^^'",
                "end | 4 | 'end' | '   ^'",
            })
    void thePartIsUnderlinedWhereATerminalShowsIt(
            String line, int column, String shown, String underline) {
        assertThat(shown(line.replace("\\t", "\t"), column, "bad", 80))
                .isEqualTo(new ShownLine(shown, Optional.of(underline)));
    }

    @Test
    void aLineFromRightToLeftIsNotUnderlinedButThePartIsRepeated() {
        String text =
                write(
                        TEXT,
                        pack(
                                "a",
                                Map.of("articles/a.ar.md", "ماء [x](y.md)\n"),
                                at(REF_001, "articles/a.ar.md", 1, 5, "y.md")));
        assertThat(text).contains("1 | ماء [x](y.md)\n  | here: y.md\n").doesNotContain("^");
    }

    @Test
    void aLongLineIsCutAroundThePart() {
        String line = "x".repeat(500) + " bad " + "y".repeat(500);
        ShownLine shown = shown(line, 502, "bad", 60);
        assertThat(shown)
                .isEqualTo(
                        new ShownLine(
                                "…" + "x".repeat(19) + " bad " + "y".repeat(34) + "…",
                                Optional.of(" ".repeat(21) + "^^^")));
        assertThat(Columns.of(shown.text())).isEqualTo(60);
    }

    @Test
    void aPartLongerThanTheWindowIsCut() {
        ShownLine shown = shown("k: " + "bad".repeat(1_000), 4, "none", 60);
        assertThat(Columns.of(shown.text())).isLessThanOrEqualTo(60);
        assertThat(shown.underline().orElseThrow().length()).isLessThanOrEqualTo(60);
    }

    @Test
    void aLineOfAMegabyteIsShownAtOnce() {
        assertThat(shown("a ".repeat(500_000) + "bad", 1_000_001, "bad", 80).text())
                .endsWith("bad");
    }

    /** As many findings as a report keeps, in a line as long as an article. */
    @ParameterizedTest
    @EnumSource
    @Timeout(30)
    void aLineFullOfFindingsIsTold(ReportFormat format) {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < Report.MAX_FINDINGS; i++) {
            many.add(at(MAN_031, "pack.yaml", 1, i * 500 + 1, "none"));
        }
        String line = "x".repeat(512 << 10);
        String told =
                write(format, pack("a", Map.of("pack.yaml", line), many.toArray(Finding[]::new)));
        assertThat(told.length()).isLessThan(2_000_000);
    }

    /** Paths, lines, values and texts of rules of others. */
    @Test
    void noPackAndNoRuleDrivesTheTerminal() {
        String evil = "\u001B]0;owned\u0007\u001B[2J\u009B31m\u202E\u2066\r\u200B";
        Rule hostile = new Hostile(evil);
        String text =
                write(
                        TEXT,
                        pack(
                                evil,
                                Map.of(evil, evil + "\n", "b", evil),
                                at(hostile, evil, 1, 1, evil).suggesting(Optional.of(evil)),
                                at(hostile, "b", 1, 4, evil)));
        assertThat(text.chars().filter(c -> c != '\n').filter(Character::isISOControl)).isEmpty();
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.FORMAT))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Basil | 1 | title",
                "title: Basil and mint # note | 8 | Basil and mint # note",
                "title: \"Basil\" x | 8 | \"Basil\"",
                "Some [text](a.md) here | 6 | [text](a.md)",
                "A ![leaf](a.svg) here | 3 | ![leaf](a.svg)",
                "## Heading {#a} | 1 | ## Heading {#a}",
                "## Heading {#a .b} x | 12 | {#a .b}",
                "one two three | 5 | two",
                "- {rule: A-1, until: 2026} | 10 | A-1",
                "- {rule: A-1, until: 2026} | 22 | 2026",
                "tags: [herbs, Big] | 15 | Big",
                "open [text | 6 | [text",
            })
    void withoutTheValueThePartIsWhatBeginsAtThePlace(String line, int column, String part) {
        assertThat(marked(line, column, "not there").part()).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a](b.md) and [a](c.md) | 1 | c.md | c.md",
                "basilica basil | 1 | basil | basil",
            })
    void aValueIsLookedForAsAWholeWord(String line, int column, String value, String part) {
        MarkedLine marked = marked(line, column, value);
        assertThat(marked.part()).isEqualTo(part);
        assertThat(marked.endColumn()).isEqualTo(line.length() + (value.equals("c.md") ? 0 : 1));
    }

    private static ShownLine shown(String line, int column, String value, int width) {
        return ShownLine.of(marked(line, column, value), width);
    }

    private static MarkedLine marked(String line, int column, String value) {
        Finding finding = at(BuiltInRule.MAN_031, "f", 1, column, value);
        return MarkedLine.of(finding, Reports.texts(Map.of("f", line))).orElseThrow();
    }

    /** A rule of somebody who means harm. */
    private record Hostile(String text) implements Rule {

        @Override
        public String code() {
            return text;
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public Refusal refusal() {
            return Refusal.CONTENT_INVALID;
        }

        @Override
        public String message() {
            return text;
        }

        @Override
        public String hint() {
            return text;
        }

        @Override
        public Optional<String> page() {
            return Optional.of(text);
        }
    }
}
