package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Refusal;
import org.contentpack.pack.Digest;
import org.contentpack.validation.ValidationResult.Accepted;
import org.contentpack.validation.ValidationResult.Refused;
import org.junit.jupiter.api.Test;

class PackValidationTest {

    private static final Path GARDEN_NOTES =
            Path.of("src/test/resources/content-pack/garden-notes");

    @Test
    void goodPackBecomesARelease() throws IOException {
        ValidationResult result =
                validate(InMemoryPackFiles.ofFolder(GARDEN_NOTES.resolve("1.0.0")));

        assertThat(result.report().findings()).isEmpty();
        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(((Accepted) result).release().id()).hasToString("garden-notes@1.0.0");
    }

    @Test
    void releaseDigestIsThatOfTheListBesideTheFolder() throws IOException {
        Accepted accepted =
                (Accepted) validate(InMemoryPackFiles.ofFolder(GARDEN_NOTES.resolve("1.0.0")));

        assertThat(accepted.release().digest())
                .isEqualTo(Digest.of(Files.readAllBytes(GARDEN_NOTES.resolve("1.0.0.sha256"))));
    }

    @Test
    void refusalTellsIdAndVersionAsWritten() throws IOException {
        ValidationResult result = Fixture.named("defects-of-all-stages-error").validate();

        assertThat(result)
                .isEqualTo(new Refused(result.report(), Optional.of("tiny"), Optional.of("1.0")));
    }

    @Test
    void packIsRefusedForTheFirstStageThatFailed() throws IOException {
        assertThat(Fixture.named("defects-of-all-stages-error").validate().report().refusal())
                .contains(Refusal.ARCHIVE_ENTRY_TYPE);
        assertThat(Fixture.named("pack-without-manifest-error").validate().report().refusal())
                .contains(Refusal.MANIFEST_INVALID);
        assertThat(Fixture.named("assets-mismatched-error").validate().report().refusal())
                .contains(Refusal.MANIFEST_MISMATCH);
        assertThat(Fixture.named("links-unsafe-error").validate().report().refusal())
                .contains(Refusal.CONTENT_INVALID);
        assertThat(Fixture.named("assets-of-wrong-type-error").validate().report().refusal())
                .contains(Refusal.ARCHIVE_ENTRY_TYPE);
        assertThat(Fixture.named("drawings-unsafe-error").validate().report().refusal())
                .contains(Refusal.ASSET_TYPE_MISMATCH);
        assertThat(Fixture.named("images-unsafe-error").validate().report().refusal())
                .contains(Refusal.ASSET_TYPE_MISMATCH);
    }

    @Test
    void whatWasFoundBeforeIsInTheReportAndCounts() throws IOException {
        Finding before = Finding.of(BuiltInRule.REF_046, Location.of("x"), "x");

        ValidationResult result =
                Fixture.VALIDATION.validate(
                        Fixture.named("tiny-pack-valid").files(),
                        List.of(before),
                        PreviousReleases.NONE);

        assertThat(result)
                .isEqualTo(new Refused(result.report(), Optional.of("tiny"), Optional.of("1.0.0")));
        assertThat(result.report().findings()).containsExactly(before);
    }

    @Test
    void previousReleaseIsAskedForByIdAndVersion() throws IOException {
        List<String> asked = new ArrayList<>();
        PreviousReleases previous =
                (pack, version) -> {
                    asked.add(pack + "@" + version);
                    return Optional.empty();
                };

        Fixture.VALIDATION.validate(Fixture.named("tiny-pack-valid").files(), List.of(), previous);
        Fixture.VALIDATION.validate(
                Fixture.named("defects-of-all-stages-error").files(), List.of(), previous);

        assertThat(asked).containsExactly("tiny@1.0.0");
    }

    @Test
    void rulesOfOthersRunBesideOurs() throws IOException {
        Finding own = Finding.of(BuiltInRule.REF_012, Location.of("pack.yaml"), "x");
        PackValidation validation =
                new PackValidation(Fixture.READER, List.of((context, found) -> found.accept(own)));

        ValidationResult result =
                validation.validate(
                        Fixture.named("tiny-pack-valid").files(), List.of(), PreviousReleases.NONE);

        assertThat(result.report().findings()).containsExactly(own);
    }

    @Test
    void emptyPackHasOneFinding() throws IOException {
        assertThat(PackFixturesTest.codesAndPlaces(validate(new InMemoryPackFiles()).report()))
                .containsExactly("MAN-040");
    }

    @Test
    void packOfWrongTypesThroughoutIsReportedAndNoFailure() throws IOException {
        String manifest =
                "format: [1]\nid: {a: b}\nassets: x\nrelated: [1, [2], {to: 3}]\n"
                        + "redirects: [{}, null, {kind: section, from: a, to: b}]\n"
                        + "removed: [{kind: section}]\nchanges: [{article: ..}]\nprofile: health\n";
        String article =
                "---\nsources: [{}, x]\nauthors: [1]\ntranslates: 1\nslug: [a]\n---\n## A\n";

        ValidationResult result =
                validate(
                        new InMemoryPackFiles()
                                .with("pack.yaml", manifest.getBytes(UTF_8))
                                .with("articles/a.md", article.getBytes(UTF_8))
                                .with("articles/a.xx-yy.md", article.getBytes(UTF_8))
                                .with("articles/B.txt", article.getBytes(UTF_8)));

        assertThat(result).isInstanceOf(Refused.class);
    }

    private static ValidationResult validate(InMemoryPackFiles files) throws IOException {
        return Fixture.VALIDATION.validate(files, List.of(), PreviousReleases.NONE);
    }
}
