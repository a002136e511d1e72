package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.signature.TestSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sign} and {@code verify}: a release, keys as openssl writes them, no server. */
class SigningCommandsTest {

    /** The private key that RFC 8037, appendix A.1 prints: no secret. */
    private static final String KEY =
            "-----BEGIN PRIVATE KEY-----\n"
                    + "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                    + "-----END PRIVATE KEY-----\n";

    private static final String PUBLIC =
            "-----BEGIN PUBLIC KEY-----\n"
                    + "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n"
                    + "-----END PUBLIC KEY-----\n";

    private static final String KEY_ID =
            "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9";

    @TempDir private Path folder;
    private Path pack;
    private Path key;
    private Path trusted;

    private record Said(int exit, String out, String err) {}

    private static Said run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                ContentPack.run(
                        Terminal.plain(new PrintWriter(out), new PrintWriter(err)),
                        Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    @BeforeEach
    void aReleaseAndKeys() throws IOException {
        Path source = Path.of("src/test/resources/packs/tiny-pack-valid/1.0.0");
        pack = Files.createDirectories(folder.resolve("work"));
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = pack.resolve(source.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        key = Files.writeString(folder.resolve("signer.key"), KEY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        trusted = Files.writeString(folder.resolve("signer.pem"), PUBLIC);
    }

    private String firstLine() {
        return run("verify", pack, "--trusted", trusted).out().lines().findFirst().orElse("");
    }

    @Test
    void whatWasSignedIsVerifiedUntilAByteIsOther() throws Exception {
        Said signed = run("sign", pack, "--key", key);

        Path jws = folder.resolve("1.0.0.jws");
        String release = firstLine();
        assertThat(release).matches("[a-z-]+@1\\.0\\.0  sha256:[0-9a-f]{64}");
        assertThat(signed).isEqualTo(new Said(0, release + "\n" + jws + "  signed\n", ""));
        assertThat(run("verify", pack, "--trusted", trusted))
                .isEqualTo(new Said(0, release + "\nsigned by the key " + KEY_ID + "\n", ""));
        String[] parts = release.split("  ");
        assertThat(Files.readString(jws))
                .isEqualTo(
                        TestSigner.rfc8037()
                                        .jws(
                                                "contentpack release 1\n"
                                                        + parts[0]
                                                        + "\n"
                                                        + parts[1]
                                                        + "\n")
                                + "\n");

        Path article = pack.resolve("articles/growing-basil.md");
        Files.writeString(article, Files.readString(article) + "\nMore.\n");

        Said changed = run("verify", pack, "--trusted", trusted);
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("SIG-003");
    }

    @Test
    void aSignatureIsAddedOnceAndThoseOfOthersStay() throws IOException {
        Path jws = folder.resolve("1.0.0.jws");
        Files.writeString(jws, "a.b.c\n");

        Said first = run("sign", pack, "--key", key);
        List<String> lines = Files.readAllLines(jws);
        Said second = run("sign", pack, "--key", key);

        assertThat(lines).hasSize(2).startsWith("a.b.c");
        assertThat(Files.readAllLines(jws)).isEqualTo(lines);
        assertThat(first.out()).endsWith("  signed\n");
        assertThat(second.out()).endsWith("  had this signature already\n");
    }

    @Test
    void aZipHasItsSignatureUnderItsOwnName() {
        Path zip = folder.resolve("notes.zip");
        assertThat(run("build", pack, "--output", zip).exit()).isZero();

        assertThat(run("sign", zip, "--key", key).exit()).isZero();

        assertThat(folder.resolve("notes.zip.jws")).exists();
        assertThat(run("verify", zip, "--trusted", trusted).exit()).isZero();
        assertThat(run("verify", pack, "--trusted", trusted).out()).contains("SIG-004");
        assertThat(
                        run(
                                        "verify",
                                        pack,
                                        "--trusted",
                                        folder,
                                        "--signature",
                                        folder.resolve("notes.zip.jws"))
                                .exit())
                .isZero();
    }

    @Test
    void aKeyThatOthersMayReadIsAWarning() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Said said = run("sign", pack, "--key", key);

        assertThat(said.exit()).isZero();
        assertThat(said.err())
                .isEqualTo(
                        "warning: "
                                + key
                                + ": others may read this private key; try: chmod 600 "
                                + key
                                + "\n");
    }

    @Test
    void whatIsNoKeyIsToldWithoutShowingIt() throws IOException {
        String secret = Base64.getEncoder().encodeToString(new byte[40]);
        Files.writeString(key, KEY.replaceAll("MC4[^\\n]+", secret));
        assertThat(run("sign", pack, "--key", key))
                .isEqualTo(
                        new Said(
                                3, "", "sign: " + key + ": it must be a private key of Ed25519\n"));
        assertThat(run("sign", pack, "--key", trusted).err())
                .contains("it is a public key; the private half signs\n");
        assertThat(run("verify", pack, "--trusted", key).exit()).isEqualTo(3);
        assertThat(run("sign", pack, "--key", folder.resolve("none")))
                .isEqualTo(
                        new Said(
                                3,
                                "",
                                "sign: " + folder.resolve("none") + ": there is no such file\n"));
        assertThat(folder.resolve("1.0.0.jws")).doesNotExist();
    }

    @Test
    void aPackThatBreaksRulesIsNotSigned() throws IOException {
        Path manifest = pack.resolve("pack.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace("title:", "titel:"));

        Said said = run("sign", pack, "--key", key);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("did you mean: \"title\"?");
        assertThat(folder.resolve("1.0.0.jws")).doesNotExist();
    }

    @Test
    void opensslMakesTheKeysAndVerifiesWhatWasSigned() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "openssl"))),
                "SKIPPED: openssl is not here");
        openssl("genpkey", "-algorithm", "ED25519", "-out", "own.key");
        openssl("pkey", "-in", "own.key", "-pubout", "-out", "own.pem");

        assertThat(run("sign", pack, "--key", folder.resolve("own.key")).exit()).isZero();

        assertThat(run("verify", pack, "--trusted", folder.resolve("own.pem")).exit()).isZero();
        assertThat(run("verify", pack, "--trusted", trusted).out()).contains("SIG-002");
        String jws = Files.readString(folder.resolve("1.0.0.jws")).strip();
        int dot = jws.lastIndexOf('.');
        Files.writeString(folder.resolve("signed.bin"), jws.substring(0, dot));
        Files.write(
                folder.resolve("signature.bin"),
                Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
        assertThat(
                        openssl(
                                "pkeyutl",
                                "-verify",
                                "-pubin",
                                "-inkey",
                                "own.pem",
                                "-rawin",
                                "-in",
                                "signed.bin",
                                "-sigfile",
                                "signature.bin"))
                .isEqualTo("Signature Verified Successfully\n");
    }

    private String openssl(String... arguments) throws Exception {
        Process process =
                new ProcessBuilder(
                                Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
