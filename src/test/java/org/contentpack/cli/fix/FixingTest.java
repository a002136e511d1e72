package org.contentpack.cli.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.cli.report.DiffText;
import org.contentpack.cli.report.ReportSettings.Colour;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.PreviousReleases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is mended, that nothing else is touched, and that nothing is half-written. */
class FixingTest {

    private static final PackValidation VALIDATION =
            new PackValidation(
                    new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT),
                    PackRules.builtIn());

    @TempDir private Path folder;
    private Path pack;
    private Path article;
    private Path manifest;

    @BeforeEach
    void copyAPack() throws IOException {
        Path source = Path.of("src/test/resources/packs/tiny-pack-valid/1.0.0");
        pack = folder.resolve("1.0.0");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = pack.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        article = pack.resolve("articles/growing-basil.md");
        manifest = pack.resolve("pack.yaml");
    }

    @Test
    void aRightPackIsLeftAlone() throws IOException {
        assertThat(planned().changes()).isEmpty();
    }

    @Test
    void allThatHasOneRightAnswerIsMendedAtOnce() throws IOException {
        Map<Path, String> right = texts();
        String text = Files.readString(article, UTF_8);
        Files.writeString(
                article,
                "\uFEFF"
                        + text.replace("title:", "titel:")
                                .replace("slug: growing-basil", "slug: Growing-Basil")
                                .replace("\n", "\r\n")
                                .stripTrailing(),
                UTF_8);
        String yaml = Files.readString(manifest, UTF_8);
        Files.writeString(
                manifest,
                yaml.replace("publisher:", "\"publihser\":")
                        .replace("tags: [herbs]", "tags: [Herbs]")
                        .stripTrailing(),
                UTF_8);
        Fixing.Planned planned = planned();
        assertThat(planned.changes())
                .extracting(
                        c ->
                                c.name()
                                        + c.mended().stream()
                                                .map(f -> " " + f.rule().code())
                                                .collect(Collectors.joining()))
                .containsExactly(
                        "articles/growing-basil.md ART-003 ART-006 ART-051 ART-021 ART-021 ART-008",
                        "pack.yaml MAN-021 MAN-031 MAN-008");
        planned.write();
        Map<Path, String> expected = new TreeMap<>(right);
        expected.compute(manifest, (p, t) -> t.replace("publisher:", "\"publisher\":"));
        assertThat(texts()).isEqualTo(expected);
        assertThat(validate().findings()).isEmpty();
        assertThat(planned().changes()).isEmpty();
    }

    @Test
    void decomposedLettersAreComposed() throws IOException {
        replace(article, "Basil likes", "Basil like\u0301s");
        assertThat(codes()).containsExactly("ART-007");
        planned().write();
        assertThat(Files.readString(article, UTF_8)).contains("Basil lik\u00E9s");
        assertThat(codes()).isEmpty();
    }

    /** The nearest word is known for all of these, and is not written by a program. */
    @Test
    void wordsThatPeopleActOnAndReferencesAreNot() throws IOException {
        replace(article, "unreviewed", "unreviwed");
        replace(article, "leaf.svg", "laef.svg");
        assertThat(validate().findings())
                .filteredOn(f -> f.suggestion().isPresent())
                .extracting(f -> f.rule().code())
                .containsExactlyInAnyOrder("ART-054", "REF-040");
        assertThat(planned().changes()).isEmpty();
    }

    @Test
    void whatCouldBeMeantInTwoWaysIsNot() throws IOException {
        replace(article, "slug: growing-basil", "slug: Growing Basil");
        replace(manifest, "publisher: Content", "publihser: A\npublisehr: Content");
        assertThat(planned().changes())
                .flatExtracting(FileChange::mended)
                .extracting(f -> f.arguments().get(0))
                .containsExactly("publihser");
    }

    @Test
    void theDifferenceShowsWhatCannotBeSeen() throws IOException {
        String text = Files.readString(article, UTF_8);
        Files.writeString(
                article,
                text.replaceFirst("\n", "\r\n").replace("title:", "titel:").stripTrailing(),
                UTF_8);
        List<FileChange> changes = planned().changes();
        String last = text.stripTrailing().substring(text.stripTrailing().lastIndexOf('\n') + 1);
        String difference =
                DiffText.of("articles/growing-basil.md", changes.get(0).difference(), Colour.NEVER);
        assertThat(difference)
                .startsWith(
                        """
                        --- articles/growing-basil.md
                        +++ articles/growing-basil.md
                        @@ -1,6 +1,6 @@
                        ----␍
                        +---
                         id: growing-basil
                         slug: growing-basil
                        -titel: Growing basil
                        +title: Growing basil
                        """)
                .endsWith("-" + last + "\n\\ No newline at end of file\n+" + last + "\n");
    }

    @Test
    void aReleasedFolderIsNotTouched() throws IOException {
        replace(article, "title:", "titel:");
        Path list = Files.writeString(folder.resolve("1.0.0.sha256"), "");
        assertThat(Fixing.plan(pack, validate())).isEqualTo(new Fixing.Released(list.toRealPath()));
    }

    @Test
    void aFileThatChangedMeanwhileIsLeftAsItIs() throws IOException {
        replace(article, "title:", "titel:");
        Fixing.Planned planned = planned();
        Files.writeString(article, "Mine.\n", UTF_8);
        assertThatThrownBy(planned::write)
                .isInstanceOf(IOException.class)
                .hasMessage(article.toRealPath() + " was changed meanwhile");
        assertThat(article).hasContent("Mine.\n");
        try (Stream<Path> files = Files.list(article.getParent())) {
            assertThat(files).containsExactly(article);
        }
    }

    @Test
    void rightsStayAndNothingIsLeftBeside() throws IOException {
        replace(article, "title:", "titel:");
        Files.setPosixFilePermissions(article, PosixFilePermissions.fromString("rw-r--r--"));
        planned().write();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(article)))
                .isEqualTo("rw-r--r--");
        try (Stream<Path> files = Files.list(article.getParent())) {
            assertThat(files).containsExactly(article);
        }
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        replace(article, "title:", "titel:");
        Report report = validate();
        Path outside = Files.move(article, folder.resolve("outside.md"));
        Files.createSymbolicLink(article, outside);
        assertThat(Fixing.plan(pack, report)).isEqualTo(new Fixing.Planned(List.of()));
    }

    @Test
    void theDocumentationNamesTheRules() throws IOException {
        String docs = Files.readString(Path.of("docs/findings.md"), UTF_8);
        String part = docs.substring(docs.indexOf("## What is mended"));
        assertThat(FixedText.rules())
                .extracting(Rule::code)
                .allSatisfy(c -> assertThat(part).contains(c));
    }

    private Fixing.Planned planned() throws IOException {
        return (Fixing.Planned) Fixing.plan(pack, validate());
    }

    private List<String> codes() throws IOException {
        return validate().findings().stream().map(Finding::rule).map(Rule::code).toList();
    }

    private Report validate() throws IOException {
        OpenResult.Opened opened = (OpenResult.Opened) new FolderReader(Limits.DEFAULT).open(pack);
        try (PackFiles files = opened.files()) {
            return VALIDATION.validate(files, opened.notes(), PreviousReleases.NONE).report();
        }
    }

    private Map<Path, String> texts() throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : List.of(article, manifest)) {
            texts.put(file, Files.readString(file, UTF_8));
        }
        return texts;
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), UTF_8);
    }
}
