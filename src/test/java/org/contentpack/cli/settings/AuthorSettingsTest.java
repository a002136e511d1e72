package org.contentpack.cli.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.finding.BuiltInRule.MAN_026;
import static org.contentpack.finding.BuiltInRule.MAN_057;
import static org.contentpack.finding.BuiltInRule.REF_012;
import static org.contentpack.finding.BuiltInRule.REF_047;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.cli.settings.AppliedSettings.Weighed;
import org.contentpack.cli.settings.AuthorSettings.Profile;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code contentpack.yaml} changes, what it cannot change, and what is said of its faults. */
class AuthorSettingsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final SettingsReader READER = new SettingsReader(List.of());
    private static final Finding OWNERS = Finding.of(MAN_057, Location.of("pack.yaml"));
    private static final Finding UNCITED = finding("articles/basil.md");
    private static final Finding UNCITED_IN_SPANISH = finding("articles/basil.es.md");
    private static final Finding UNCITED_ELSEWHERE = finding("articles/basil-in-pots.md");

    private static final String GOOD =
            """
            profile: strict
            docs: https://packs.example/
            severities:
              - {rule: REF-012, severity: info}
              - {rule: MAN-026, severity: error}
            exemptions:
              - rule: MAN-057
                file: pack.yaml
                reason: The owner is being asked.
                until: 2026-12-01
              - rule: REF-012
                article: basil
                pack: herbs
                reason: The handbook stands for all of it.
                until: 2027-01-31
            """;

    @Test
    void whatIsSettledIsRead() {
        AuthorSettings settings = read(GOOD);
        assertThat(settings.findings()).isEmpty();
        assertThat(settings.profile()).isEqualTo(Profile.STRICT);
        assertThat(settings.docs()).contains(URI.create("https://packs.example/"));
        assertThat(settings.severities())
                .isEqualTo(Map.of("REF-012", Severity.INFO, "MAN-026", Severity.ERROR));
        assertThat(settings.exemptions()).hasSize(2);
    }

    @Test
    void severitiesAndExemptionsAreApplied() {
        AppliedSettings applied = new AppliedSettings(read(GOOD), TODAY);
        Finding unshown = Finding.of(REF_047, Location.of("pack.yaml"), "assets/a.svg");
        Finding missing = Finding.of(MAN_026, Location.of("pack.yaml"), "null", "title");
        Weighed weighed =
                applied.apply(
                        Optional.of("herbs"),
                        Report.of(
                                List.of(
                                        OWNERS,
                                        UNCITED,
                                        UNCITED_IN_SPANISH,
                                        UNCITED_ELSEWHERE,
                                        unshown,
                                        missing)));
        assertThat(weighed.report().findings())
                .extracting(f -> f.rule().code() + " " + f.severity() + " " + f.location())
                .containsExactlyInAnyOrder(
                        "REF-012 INFO articles/basil-in-pots.md:2:3",
                        "REF-047 ERROR pack.yaml",
                        "MAN-026 ERROR pack.yaml");
        assertThat(weighed.report().total()).isEqualTo(3);
        assertThat(weighed.exempted())
                .extracting(e -> e.finding().location() + ": " + e.reason())
                .containsExactlyInAnyOrder(
                        "pack.yaml: The owner is being asked.",
                        "articles/basil.md:2:3: The handbook stands for all of it.",
                        "articles/basil.es.md:2:3: The handbook stands for all of it.");
        assertThat(applied.findings()).isEqualTo(Report.EMPTY);
    }

    @Test
    void theDayAfterAnExemptionIsAFindingAndSoIsWhatItWasFor() {
        AppliedSettings applied = new AppliedSettings(read(GOOD), TODAY.plusDays(1));
        Weighed weighed = applied.apply(Optional.of("herbs"), Report.of(List.of(OWNERS, UNCITED)));
        assertThat(weighed.report().findings()).hasSize(1);
        assertThat(texts(applied.findings().findings()))
                .containsExactly(
                        "contentpack.yaml:7:11: warning: CFG-005 The exemption from rule"
                                + " \"MAN-057\" ended on 2026-12-01.");
    }

    @Test
    void whatMatchesNothingIsToldOfPacksThatWereLookedAt() {
        AppliedSettings applied = new AppliedSettings(read(GOOD), TODAY);
        applied.apply(Optional.of("trees"), Report.EMPTY);
        assertThat(texts(applied.findings().findings()))
                .containsExactly(
                        "contentpack.yaml:7:11: warning: CFG-006 The exemption from rule"
                                + " \"MAN-057\" matches no finding.");
        applied.apply(Optional.of("herbs"), Report.EMPTY);
        assertThat(applied.findings().findings()).hasSize(2);
    }

    @Test
    void faultsHavePlacesAndNoEffect() {
        AuthorSettings settings =
                read(
                        """
                        profil: strict
                        profile: strickt
                        docs: packs.example
                        severities:
                          - {rule: ref_012, severity: warnin}
                          - {rule: ART-100, severity: info}
                          - {rule: MAN-026, severity: warning}
                          - {rule: REF-012, severity: info}
                          - {rule: REF-012, severity: error}
                          - {severity: off}
                        exemptions:
                          - {rule: MAN-026, file: pack.yaml, reason: No time., until: 2027-01-01}
                          - {rule: REF-012, file: pack.yaml, article: basil, reason: Both., until: 2026-02-30}
                          - {rule: REF-012}
                        """);
        assertThat(texts(settings.findings()))
                .containsExactly(
                        "contentpack.yaml:1:1: error: MAN-021 Key \"profil\" is not known here.",
                        "contentpack.yaml:2:10: error: CFG-009 Profile \"strickt\" must be one of:"
                                + " standard, strict. Did you mean \"strict\"?",
                        "contentpack.yaml:3:7: error: CFG-012 Address \"packs.example\" must begin"
                                + " with \"https://\" and end with \"/\".",
                        "contentpack.yaml:5:12: error: CFG-001 Rule \"ref_012\" is not known. Did"
                                + " you mean \"REF-012\"?",
                        "contentpack.yaml:5:31: error: CFG-002 Severity \"warnin\" must be one of:"
                                + " error, warning, info. Did you mean \"warning\"?",
                        "contentpack.yaml:6:12: error: CFG-001 Rule \"ART-100\" is not known.",
                        "contentpack.yaml:7:31: error: CFG-003 Rule \"MAN-026\" refuses a pack when"
                                + " it is published; its severity cannot be lowered.",
                        "contentpack.yaml:9:12: error: CFG-011 Rule \"REF-012\" has a severity"
                                + " already, in line 8.",
                        "contentpack.yaml:10:5: error: CFG-007 Key \"rule\" is missing.",
                        "contentpack.yaml:10:16: error: CFG-002 Severity \"off\" must be one of:"
                                + " error, warning, info.",
                        "contentpack.yaml:12:12: error: CFG-004 Rule \"MAN-026\" refuses a pack when"
                                + " it is published; nothing can be exempted from it.",
                        "contentpack.yaml:13:5: error: CFG-010 An exemption must name a file or an"
                                + " article, and not both.",
                        "contentpack.yaml:13:76: error: CFG-008 Date \"2026-02-30\" is no day of the"
                                + " calendar; it must be written as \"2026-11-24\".",
                        "contentpack.yaml:14:5: error: CFG-007 Key \"reason\" is missing.",
                        "contentpack.yaml:14:5: error: CFG-007 Key \"until\" is missing.",
                        "contentpack.yaml:14:5: error: CFG-010 An exemption must name a file or an"
                                + " article, and not both.");
        assertThat(settings.severities()).isEqualTo(Map.of("REF-012", Severity.INFO));
        assertThat(settings.exemptions()).isEmpty();
        assertThat(settings.profile()).isEqualTo(Profile.STANDARD);
    }

    @Test
    void whatIsNoYamlIsFoundAndSettlesNothing() {
        assertThat(texts(read("- a\n").findings()))
                .containsExactly(
                        "contentpack.yaml:1:1: error: MAN-020 The text is no YAML mapping; it must"
                                + " consist of lines with a key, a colon and a value.");
    }

    @Test
    void theFileIsLookedForUpToWhereTheProjectEnds(@TempDir Path folder) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path pack = Files.createDirectories(project.resolve("packs/herbs"));
        Files.writeString(folder.resolve("contentpack.yaml"), GOOD);
        assertThat(SettingsReader.find(pack))
                .contains(folder.toRealPath().resolve("contentpack.yaml"));
        Files.createDirectory(project.resolve(".git"));
        assertThat(SettingsReader.find(pack)).isEmpty();
        Files.writeString(project.resolve("contentpack.yaml"), GOOD);
        assertThat(SettingsReader.find(pack))
                .contains(project.toRealPath().resolve("contentpack.yaml"));
        Files.writeString(pack.resolve("contentpack.yaml"), GOOD);
        assertThat(SettingsReader.find(pack))
                .contains(pack.toRealPath().resolve("contentpack.yaml"));
    }

    private static Finding finding(String file) {
        return Finding.of(REF_012, new Location(file, Optional.of(new Position(2, 3))), "handbook");
    }

    private static AuthorSettings read(String text) {
        return READER.read(text.getBytes(UTF_8));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(
                        f ->
                                f.rule().code().startsWith("MAN")
                                        ? f.toString()
                                        : f
                                                + f.suggestion()
                                                        .map(s -> " Did you mean \"" + s + "\"?")
                                                        .orElse(""))
                .toList();
    }
}
