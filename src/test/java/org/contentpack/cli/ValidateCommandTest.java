package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.validation.ProviderJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command makes of findings: formats, settings, mending, exit codes. */
class ValidateCommandTest {

    @TempDir private Path folder;
    private Path pack;
    private Path article;

    /** A pack with one picture, in a project of its own. */
    @BeforeEach
    void copyAPack() throws IOException {
        Files.createDirectory(folder.resolve(".git"));
        pack = copy("src/test/resources/packs/tiny-pack-valid/1.0.0", folder.resolve("tiny"));
        article = pack.resolve("articles/growing-basil.md");
    }

    @Test
    void aRightPackEndsWell() {
        assertThat(validate(pack.toString())).isEqualTo(new Said(0, "no findings.\n", ""));
    }

    @Test
    void anErrorIsToldWithItsLine() throws IOException {
        replace("title: Growing", "titel: Growing");
        Said said = validate(pack.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains(
                        """
                        error[ART-021]: Key "titel" is not known here.
                         --> ARTICLE:4:1
                          |
                        4 | titel: Growing basil
                          | ^^^^^
                          = did you mean: "title"?
                        """
                                .replace("ARTICLE", article.toString()))
                .endsWith("\n2 errors in 1 file.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "json, '{'",
        "sarif, '{'",
        "junit, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>'",
        "github, '::error file='",
        "text, /",
    })
    void everyFormatIsTold(String format, String beginning) throws IOException {
        replace("title: Growing", "titel: Growing");
        Said said = validate("--format", format, pack.toString());
        assertThat(said.out()).startsWith(beginning).contains("ART-021");
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void settingsAreFoundAboveThePack() throws IOException {
        unshow();
        assertThat(validate(pack.toString()).out()).contains("warning[REF-047]");
        settings(
                """
                exemptions:
                  - rule: REF-047
                    file: pack.yaml
                    reason: It is for the press.
                    until: 2999-12-31
                """);
        assertThat(validate(pack.toString()))
                .isEqualTo(new Said(0, "no findings; 1 exempted with reasons.\n", ""));
        settings("profile: strict\n");
        Said strict = validate(pack.toString());
        assertThat(strict.out()).contains("error[REF-047]");
        assertThat(strict.exit()).isEqualTo(1);
    }

    @Test
    void faultsOfSettingsAreFindingsWithTheirPlace() throws IOException {
        settings(
                """
                docs: https://packs.example.org/
                severities:
                  - {rule: ART-026, severity: warning}
                exemptions:
                  - {rule: REF-047, file: pack.yaml, reason: Once., until: 2020-01-01}
                """);
        Said said = validate(pack.toString());
        String file = folder.toRealPath().resolve("contentpack.yaml").toString();
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out())
                .isEqualTo(
                        """
                        FILE (1 error, 1 warning)

                        error[CFG-003]: Rule "ART-026" refuses a pack when it is published; its severity cannot be lowered.
                         --> FILE:3:31
                          |
                        3 |   - {rule: ART-026, severity: warning}
                          |                               ^^^^^^^
                          = help: Mend the pack: this file is for authors' tools and changes nothing at a server.
                          = rule: https://packs.example.org/docs/findings.md#cfg-003

                        warning[CFG-005]: The exemption from rule "REF-047" ended on 2020-01-01.
                         --> FILE:5:12
                          |
                        5 |   - {rule: REF-047, file: pack.yaml, reason: Once., until: 2020-01-01}
                          |            ^^^^^^^
                          = help: Mend what it was for, or give it a later day and a reason that still holds.
                          = rule: https://packs.example.org/docs/findings.md#cfg-005

                        1 error, 1 warning in 1 file.
                        """
                                .replace("FILE", file));
    }

    @Test
    void settingsCanBeNamed() throws IOException {
        Path named = Files.writeString(folder.resolve("ci.yaml"), "profil: strict\n", UTF_8);
        assertThat(validate("--config", named.toString(), pack.toString()).out())
                .contains(named.toRealPath() + ":1:1\n");
        Said missing = validate("--config", folder.resolve("no.yaml").toString(), pack.toString());
        assertThat(missing)
                .isEqualTo(
                        new Said(
                                3,
                                "",
                                "validate: "
                                        + folder.resolve("no.yaml")
                                        + ": there is no such file\n"));
    }

    @Test
    void mendingShowsTheChangesAndWritesThemWhereThatIsAgreedTo() throws IOException {
        String right = Files.readString(article, UTF_8);
        replace("title: Growing", "titel: Growing");
        String wrong = Files.readString(article, UTF_8);
        Said shown = validate("--fix", pack.toString());
        assertThat(shown.exit()).isEqualTo(1);
        assertThat(shown.err())
                .isEqualTo(
                        """
                        --- ARTICLE
                        +++ ARTICLE
                        @@ -2,5 +2,5 @@
                         id: growing-basil
                         slug: growing-basil
                        -titel: Growing basil
                        +title: Growing basil
                         summary: How to keep a pot of basil alive.
                         authors:
                        Nothing was written: give --yes to write without being asked.
                        """
                                .replace("ARTICLE", article.toString()));
        assertThat(article).hasContent(wrong);
        Said written = validate("--fix", "--yes", pack.toString());
        assertThat(written.exit()).isZero();
        assertThat(written.out()).isEqualTo("no findings.\n");
        assertThat(written.err()).endsWith("1 file was mended.\n");
        assertThat(article).hasContent(right);
        assertThat(validate("--fix", "--yes", pack.toString()))
                .isEqualTo(new Said(0, "no findings.\n", "Nothing is there to be mended.\n"));
    }

    @Test
    void aReleaseIsNotMended() throws IOException {
        Path release =
                copy(
                        "src/test/resources/packs/tiny-pack-valid/1.0.0",
                        folder.resolve("packs/tiny/1.0.0"));
        Files.writeString(folder.resolve("packs/tiny/1.0.0.sha256"), "", UTF_8);
        article = release.resolve("articles/growing-basil.md");
        replace("title: Growing", "titel: Growing");
        Said said = validate("--fix", "--yes", release.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err())
                .isEqualTo(
                        release
                                + ": it is a release with the list 1.0.0.sha256 beside it, which"
                                + " never changes; make the next version\n"
                                + "Nothing is there to be mended.\n");
    }

    @Test
    void agreeingToNothingIsMisuse() {
        Said said = validate("--yes", pack.toString());
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).startsWith("Option --yes needs --fix\n");
    }

    /** The jar of the documentation's example, on the class path of the command. */
    @Test
    void rulesOfAJarAreRunAndWeighed() throws IOException, InterruptedException {
        Path jar = ProviderJar.ofDocumentation(folder.resolve("jar"));
        replace("title: Growing basil", "title: How does basil grow?");
        assertThat(validate(pack.toString()).out()).isEqualTo("no findings.\n");
        Said said = process(jar, "validate", pack.toString());
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains(
                        "warning[HSE-001]: Title \"How does basil grow?\" is a question; titles of"
                                + " this house answer.")
                .endsWith("\n1 warning in 1 file.\n");
        settings("severities: [{rule: HSE-001, severity: error}]\n");
        assertThat(process(jar, "validate", pack.toString()).exit()).isEqualTo(1);
    }

    /** What a call said. */
    private record Said(int exit, String out, String err) {}

    private static Said validate(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("validate"), Arrays.stream(arguments))
                        .toArray(String[]::new);
        int exit = ContentPack.run(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), all);
        return new Said(exit, out.toString(), err.toString());
    }

    private static Said process(Path jar, String... arguments)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile(jar.getParent(), "err", ".txt");
        List<String> call =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        RunningCommand.classPath() + File.pathSeparator + jar,
                                        "org.contentpack.cli.ContentPack"),
                                Arrays.stream(arguments))
                        .toList();
        Process process = new ProcessBuilder(call).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err, UTF_8));
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("contentpack.yaml"), text, UTF_8);
    }

    /** Lists an asset that no article shows. */
    private void unshow() throws IOException {
        Files.copy(pack.resolve("assets/leaf.svg"), pack.resolve("assets/press.svg"));
        Path manifest = pack.resolve("pack.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest, UTF_8)
                        .replace(
                                "assets:\n",
                                """
                                assets:
                                  - path: assets/press.svg
                                    alt: A green leaf.
                                    title: A leaf
                                    credit: Content Pack project
                                    license: CC0-1.0
                                """),
                UTF_8);
    }

    private void replace(String from, String to) throws IOException {
        String text = Files.readString(article, UTF_8);
        assertThat(text).contains(from);
        Files.writeString(article, text.replace(from, to), UTF_8);
    }

    private static Path copy(String from, Path to) throws IOException {
        Path source = Path.of(from);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }
}
