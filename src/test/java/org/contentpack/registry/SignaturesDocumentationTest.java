package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Reviewer;
import org.contentpack.signature.ReviewSignatureCheck;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/signatures.md}, run as they stand there: openssl and no Java. */
class SignaturesDocumentationTest {

    private static final ReleaseId RELEASE =
            new ReleaseId(new PackId("garden-notes"), new Version("1.0.0"));
    private static final String LIST = "list\n";
    private static final String ARTICLE = "# Growing basil\n";

    private static final ReviewStatement REVIEW =
            new ReviewStatement.Approved(
                    new Reviewer("Ana Example", "head gardener"),
                    Optional.of("12345"),
                    "facts",
                    LocalDate.parse("2026-11-24"),
                    LocalDate.parse("2027-11-24"));

    @TempDir Path folder;

    @Test
    void theCommandsSignAndCheckAReleaseAndAReview() throws Exception {
        boolean isThere =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "openssl")));
        assumeTrue(isThere, "SKIPPED: openssl is not here");
        Files.createDirectories(folder.resolve("keys"));
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("1.0.0.sha256"), LIST);
        Files.writeString(folder.resolve("articles/growing-basil.md"), ARTICLE);
        ReviewSubject subject =
                new ReviewSubject(
                        RELEASE,
                        Digest.of(LIST),
                        new ArticleId("growing-basil"),
                        new Language("en"),
                        Digest.of(ARTICLE));

        String output = run();

        assertThat(output)
                .isEqualTo(
                        SignatureCheck.statement(RELEASE, Digest.of(LIST))
                                + "Signature Verified Successfully\n"
                                + subject.signedText(REVIEW)
                                + "Signature Verified Successfully\n");
        TrustedKeys keys = TrustedKeys.in(folder.resolve("keys"));
        String ofRelease = Files.readString(folder.resolve("1.0.0.jws")).strip();
        assertThat(
                        new SignatureCheck(keys, SignaturePolicy.REQUIRED)
                                .check(RELEASE, Digest.of(LIST), List.of(ofRelease))
                                .findings())
                .isEmpty();
        String ofReview = Files.readString(folder.resolve("review.jws")).strip();
        assertThat(
                        new ReviewSignatureCheck(keys, SignaturePolicy.REQUIRED)
                                .check(subject.signedText(REVIEW), Optional.of(ofReview)))
                .isEqualTo(
                        new ReviewSignatureCheck.Accepted(
                                Optional.of(new Signature(keys.keys().get(0).id(), ofReview))));
    }

    private String run() throws Exception {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (String block : Files.readString(Path.of("docs/signatures.md")).split("```")) {
            if (block.startsWith("sh\n")) {
                script.append(block.substring(3));
            }
        }
        Process process =
                new ProcessBuilder("bash", "-c", script.toString())
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
        return output;
    }
}
