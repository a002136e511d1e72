package org.contentpack.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.cli.report.ReportFormat.GITHUB;
import static org.contentpack.cli.report.ReportFormat.JSON;
import static org.contentpack.cli.report.ReportFormat.JUNIT;
import static org.contentpack.cli.report.ReportFormat.SARIF;
import static org.contentpack.cli.report.Reports.at;
import static org.contentpack.cli.report.Reports.write;
import static org.contentpack.finding.BuiltInRule.ENT_031;
import static org.contentpack.finding.BuiltInRule.MAN_040;
import static org.contentpack.finding.BuiltInRule.MAN_057;
import static org.contentpack.finding.BuiltInRule.REF_010;
import static org.contentpack.finding.BuiltInRule.REF_012;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.cli.report.PackReport.Exempted;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Report;
import org.junit.jupiter.api.Test;

/** What programs read, whole; SARIF against its schema. */
class MachineReportsTest {

    private static final Map<String, String> TEXTS =
            Map.of(
                    "articles/basil.md",
                    "---\nid: basil\n---\n## Water {#water cites=\"nhs-cpy\"}\n");

    private static final PackReport PACK =
            new PackReport(
                    "packs/basil",
                    PackReport.About.PACK,
                    Report.of(
                            List.of(
                                    at(REF_010, "articles/basil.md", 4, 1, "nhs-cpy")
                                            .suggesting(Optional.of("nhs-copy")),
                                    Finding.of(MAN_057, Location.of("pack.yaml")))),
                    List.of(
                            new Exempted(
                                    at(REF_012, "articles/basil.md", 2, 1, "rhs"),
                                    "The source stands for all of it.")),
                    Reports.texts(TEXTS));

    /** Everything odd that a path may hold, and a finding of the pack as a whole. */
    private static final PackReport ODD =
            new PackReport(
                    "/tmp/a b",
                    Report.of(
                            List.of(
                                    Finding.of(MAN_040, Location.PACK),
                                    Finding.of(
                                            ENT_031, Location.of("assets/%,:é\u001B\n.svg"), "x"))),
                    SourceTexts.NONE);

    @Test
    void jsonHasTheShapeOfTheServerAndThePart() {
        assertThat(write(JSON, PACK).replaceAll("[0-9a-f]{64}", "FINGERPRINT"))
                .isEqualTo(
                        """
                        {
                          "packs" : [
                            {
                              "pack" : "packs/basil",
                              "about" : "pack",
                              "total" : 2,
                              "findings" : [
                                {
                                  "code" : "REF-010",
                                  "severity" : "error",
                                  "file" : "articles/basil.md",
                                  "line" : 4,
                                  "column" : 1,
                                  "startColumn" : 25,
                                  "endColumn" : 32,
                                  "message" : "Citation \\"nhs-cpy\\" names no source of this article.",
                                  "hint" : "Add the source to \\"sources\\" in the front matter, or correct the id. Did you mean \\"nhs-copy\\"?",
                                  "suggestion" : "nhs-copy",
                                  "page" : "docs/rules.md#ref-010",
                                  "fingerprint" : "FINGERPRINT"
                                },
                                {
                                  "code" : "MAN-057",
                                  "severity" : "warning",
                                  "file" : "pack.yaml",
                                  "message" : "The pack names no \\"owners\\".",
                                  "hint" : "Name who answers for the content, and for what it says of health.",
                                  "page" : "docs/rules.md#man-057",
                                  "fingerprint" : "FINGERPRINT"
                                },
                                {
                                  "code" : "REF-012",
                                  "severity" : "warning",
                                  "file" : "articles/basil.md",
                                  "line" : 2,
                                  "column" : 1,
                                  "startColumn" : 1,
                                  "endColumn" : 3,
                                  "message" : "Source \\"rhs\\" is cited nowhere in this article.",
                                  "hint" : "Cite it where a section or caution rests on it, or remove it.",
                                  "page" : "docs/rules.md#ref-012",
                                  "exempted" : "The source stands for all of it.",
                                  "fingerprint" : "FINGERPRINT"
                                }
                              ]
                            }
                          ],
                          "errors" : 1,
                          "warnings" : 1,
                          "infos" : 0,
                          "exempted" : 1
                        }
                        """);
    }

    @Test
    void sarifKeepsItsSchema() throws IOException {
        for (PackReport pack :
                List.of(PACK, ODD, new PackReport("a", Report.EMPTY, SourceTexts.NONE))) {
            assertThat(errors(write(SARIF, pack))).isEmpty();
        }
        assertThat(errors(write(SARIF, PACK, ODD))).isEmpty();
        assertThat(errors(write(SARIF, settings("https://packs.example/"), PACK))).isEmpty();
    }

    /** The schema is really looked at. */
    @Test
    void whatIsNoSarifIsFound() throws IOException {
        assertThat(errors(write(SARIF, PACK).replace("\"ruleIndex\" : 1", "\"ruleIndex\" : \"1\"")))
                .isNotEmpty();
    }

    @Test
    void sarifIsRelativeToWhereTheCommandRan() {
        String sarif = write(SARIF, PACK);
        assertThat(sarif)
                .contains("\"uri\" : \"packs/basil/articles/basil.md\"")
                .contains("\"uriBaseId\" : \"%SRCROOT%\"")
                .contains("\"justification\" : \"The source stands for all of it.\"")
                .contains("\"startColumn\" : 25")
                .contains("\"endColumn\" : 32")
                .doesNotContain("helpUri");
        assertThat(write(SARIF, ODD))
                .contains("\"uri\" : \"file:///tmp/a%20b/assets/%25%2C%3A%C3%A9%1B%0A.svg\"")
                .doesNotContain("\"uriBaseId\"");
        assertThat(write(SARIF, settings("https://packs.example/"), PACK))
                .contains("\"helpUri\" : \"https://packs.example/docs/rules.md#ref-010\"");
    }

    @Test
    void fingerprintsStayWhereLinesMoveAndDifferWhereFindingsDo() {
        PackReport moved =
                new PackReport(
                        "packs/basil",
                        Report.of(List.of(at(REF_010, "articles/basil.md", 6, 1, "nhs-cpy"))),
                        Reports.texts(
                                Map.of(
                                        "articles/basil.md",
                                        "---\nid: basil\n---\n\nMore.\n## Water {#water cites=\"nhs-cpy\"}\n")));
        assertThat(fingerprints(write(JSON, moved)))
                .containsExactly(fingerprints(write(JSON, PACK)).get(0));
        PackReport twice =
                new PackReport(
                        "a",
                        Report.of(
                                List.of(
                                        at(REF_010, "b.md", 1, 1, "x"),
                                        at(REF_010, "b.md", 2, 1, "x"))),
                        Reports.texts(Map.of("b.md", "same\nsame\n")));
        assertThat(fingerprints(write(JSON, twice))).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void junitFailsForErrorsOnly() {
        assertThat(write(JUNIT, PACK, new PackReport("packs/mint", Report.EMPTY, SourceTexts.NONE)))
                .isEqualTo(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuites name="contentpack">
                          <testsuite name="packs/basil/articles/basil.md" tests="2" failures="1" errors="0" skipped="1">
                            <testcase classname="packs/basil/articles/basil.md" name="REF-010 4:1" file="packs/basil/articles/basil.md" line="4">
                              <failure type="REF-010" message="Citation &quot;nhs-cpy&quot; names no source of this article.">packs/basil/articles/basil.md:4:1: error: Citation "nhs-cpy" names no source of this article.
                        Add the source to "sources" in the front matter, or correct the id. Did you mean "nhs-copy"?
                        docs/rules.md#ref-010</failure>
                            </testcase>
                            <testcase classname="packs/basil/articles/basil.md" name="REF-012 2:1" file="packs/basil/articles/basil.md" line="2">
                              <skipped message="The source stands for all of it."/>
                            </testcase>
                          </testsuite>
                          <testsuite name="packs/basil/pack.yaml" tests="1" failures="0" errors="0" skipped="0">
                            <testcase classname="packs/basil/pack.yaml" name="MAN-057" file="packs/basil/pack.yaml">
                              <system-out>packs/basil/pack.yaml: warning: The pack names no "owners".
                        Name who answers for the content, and for what it says of health.
                        docs/rules.md#man-057</system-out>
                            </testcase>
                          </testsuite>
                          <testsuite name="packs/mint" tests="1" failures="0" errors="0" skipped="0">
                            <testcase classname="packs/mint" name="no findings"/>
                          </testsuite>
                        </testsuites>
                        """);
        assertThat(write(JUNIT, ODD)).contains("/tmp/a b/assets/%,:é␛␊.svg");
    }

    @Test
    void githubGetsOneCommandALineWithItsSignsEscaped() {
        assertThat(write(GITHUB, PACK))
                .isEqualTo(
                        """
                        ::error file=packs/basil/articles/basil.md,line=4,col=25,endColumn=32,title=REF-010::Citation "nhs-cpy" names no source of this article.%0AAdd the source to "sources" in the front matter, or correct the id. Did you mean "nhs-copy"?%0Adocs/rules.md#ref-010
                        ::warning file=packs/basil/pack.yaml,title=MAN-057::The pack names no "owners".%0AName who answers for the content, and for what it says of health.%0Adocs/rules.md#man-057
                        1 error, 1 warning.
                        """);
        assertThat(write(GITHUB, ODD))
                .contains("::error file=/tmp/a b/assets/%25%2C%3Aé␛%0A.svg,title=ENT-031::")
                .hasLineCount(3);
    }

    @Test
    void formatsAreNamedInLowerCase() {
        assertThat(ReportFormat.parse("sarif")).contains(SARIF);
        assertThat(ReportFormat.parse("SARIF")).isEmpty();
    }

    private static ReportSettings settings(String base) {
        return new ReportSettings(
                ReportSettings.Colour.NEVER,
                80,
                new RulePages(Optional.of(URI.create(base))),
                "1.0.0");
    }

    private static List<String> fingerprints(String json) {
        return Pattern.compile("\"fingerprint\" : \"([0-9a-f]{64})\"")
                .matcher(json)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Error> errors(String sarif) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                        .getSchema(
                                Files.readString(
                                        Path.of(
                                                "src/test/resources/spec/sarif/sarif-schema-2.1.0.json"),
                                        StandardCharsets.UTF_8));
        return schema.validate(
                sarif,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
