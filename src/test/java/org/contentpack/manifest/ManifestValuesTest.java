package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.manifest.Texts.MANIFEST;
import static org.contentpack.manifest.Texts.codesAndPlaces;
import static org.contentpack.manifest.Texts.readManifest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import org.contentpack.BadInput;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestValuesTest {

    @Test
    void nothingIsWrongInTheManifestThatTheseTestsChange() {
        assertThat(codesAndPlaces(readManifest(MANIFEST))).isEmpty();
    }

    /** Puts another value behind a key of the good manifest. */
    private static PackReading with(String key, String value) {
        String line = "(?m)^" + key + ": .*$";
        assertThat(MANIFEST).containsPattern(line);
        return readManifest(
                MANIFEST.replaceFirst(line, Matcher.quoteReplacement(key + ": " + value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format",
                "id",
                "version",
                "title",
                "summary",
                "language",
                "license",
                "publisher",
                "released"
            })
    void aRequiredKeyIsMissing(String key) {
        PackReading reading = readManifest(MANIFEST.replaceFirst("(?m)^" + key + ": .*\n", ""));
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-026 1:1");
        assertThat(Texts.messages(reading)).containsExactly("Key \"" + key + "\" is missing.");
    }

    @ParameterizedTest
    @CsvSource({"owners, MAN-057", "reportTo, MAN-058"})
    void aKeyIsWarnedAboutWhereItIsMissing(String key, String code) {
        PackReading reading = readManifest(MANIFEST.replaceFirst("(?m)^" + key + ": .*\n", ""));
        assertThat(codesAndPlaces(reading)).containsExactly(code + " 1:1");
        assertThat(reading.findings().get(0).severity().id()).isEqualTo("warning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "on",
                "1_000",
                "0o14",
                "1e3",
                ".inf",
                "2026-01-01",
                "12:30:45",
                "1.10"
            })
    @BadInput("Y7")
    void aValueIsTheTextAsWritten(String text) {
        PackReading reading = with("title", text);
        assertThat(codesAndPlaces(reading)).isEmpty();
        assertThat(reading.document().manifest().orElseThrow().document().title()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0'", "one", "1.0", "-1", "01", "''''", "9999999999999999999999"})
    void aFormatIsAWholeNumber(String text) {
        assertThat(codesAndPlaces(with("format", text))).containsExactly("MAN-050 1:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "10", "999999999999999999"})
    @BadInput("Y12")
    void aNewerFormatIsNamedAsOne(String text) {
        PackReading reading = with("format", text);
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-051 1:9");
        assertThat(Texts.messages(reading))
                .containsExactly(
                        "Format \""
                                + text
                                + "\" is newer than this software, which reads up to 1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..", ".", "-x", "Sleep", "раck", "a%41", "a/b", "a--b", "a-", "1a", "a b", "con.",
                "a_b"
            })
    @BadInput("M7")
    void aPackIdHasItsForm(String text) {
        assertThat(codesAndPlaces(with("id", "\"" + text + "\""))).containsExactly("MAN-052 2:5");
    }

    @Test
    void aPackIdHasAtMostAHundredCharacters() {
        assertThat(codesAndPlaces(with("id", "a".repeat(100)))).isEmpty();
        assertThat(codesAndPlaces(with("id", "a".repeat(101)))).containsExactly("MAN-052 2:5");
        assertThat(codesAndPlaces(with("id", "a".repeat(300)))).containsExactly("MAN-052 2:5");
    }

    @ParameterizedTest
    @CsvSource({
        "01.2.3, 1.2.3",
        "1.2, 1.2.0",
        "1.10, 1.10.0",
        "1, 1.0.0",
        "v1.2.3, 1.2.3",
        "1.2.3-01, 1.0.0",
        "1.2.3-, 1.0.0",
        "1.2.3+, 1.0.0",
        "'\" 1.2.3\"', 1.2.3",
        "١.٢.٣, 1.0.0",
        "9007199254740993.0.0, 1.0.0",
    })
    @BadInput({"Y8", "M4"})
    void aVersionIsASemanticVersion(String text, String suggestion) {
        PackReading reading = with("version", text);
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-053 3:10");
        assertThat(Texts.hints(reading)).containsExactly("Write it like \"" + suggestion + "\".");
    }

    @Test
    void aVersionIsShort() {
        assertThat(codesAndPlaces(with("version", "1".repeat(400) + ".0.0")))
                .containsExactly("MAN-053 3:10");
        assertThat(codesAndPlaces(with("version", "1.0.0-" + "-".repeat(50_000))))
                .containsExactly("MAN-053 3:10");
    }

    @ParameterizedTest
    @CsvSource({"en_US, en-US", "xx-invalid-, en", "i-klingon, en", "en-a, en", "tlh_, en"})
    @BadInput("M13")
    void aLanguageCanBeAskedFor(String text, String suggestion) {
        PackReading reading = with("language", text);
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-054 6:11");
        assertThat(Texts.hints(reading)).containsExactly("Write it like \"" + suggestion + "\".");
    }

    @Test
    void aLanguageIsShort() {
        assertThat(codesAndPlaces(with("language", "en" + "-abcde".repeat(100))))
                .containsExactly("MAN-054 6:11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "pt-br", "zh-Hans", "es-419"})
    void aLanguageMayBeInAnyCase(String text) {
        assertThat(codesAndPlaces(with("language", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "MIT OR Apache-2.0",
                "(MIT AND CC-BY-4.0) OR LicenseRef-own",
                "GPL-2.0+ WITH Classpath-exception-2.0",
                "DocumentRef-a:LicenseRef-b",
                "((MIT))"
            })
    void aLicenceIsAnSpdxExpression(String text) {
        assertThat(codesAndPlaces(with("license", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All rights reserved",
                "MIT OR",
                "OR MIT",
                "(MIT",
                "MIT)",
                "MIT or BSD",
                "MIT WITH",
                "LicenseRef-a_b",
                "()",
                "MIT/Apache",
                "(MIT) WITH x"
            })
    void aLicenceThatIsNoSpdxExpressionIsFound(String text) {
        assertThat(codesAndPlaces(with("license", text))).containsExactly("MAN-055 7:10");
    }

    @Test
    void aLicenceDoesNotNestForEver() {
        assertThat(codesAndPlaces(with("license", "(".repeat(100_000))))
                .containsExactly("MAN-055 7:10");
    }

    @Test
    void anUndecidedLicenceIsWarnedAbout() {
        PackReading reading = with("license", "LicenseRef-Undecided");
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-056 7:10");
        assertThat(reading.findings().get(0).severity().id()).isEqualTo("warning");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/report?a=b#c",
                "mailto:a@example.org",
                "HTTPS://example.org"
            })
    void mistakesAreReportedToAnAddress(String text) {
        assertThat(codesAndPlaces(with("reportTo", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "http://example.org",
                "javascript:alert(1)",
                "https://",
                "https://a:b@example.org",
                "https://münchen.example",
                "mailto:nobody",
                "mailto:a@b@c",
                "https://example.org/a b",
                "//example.org",
                "mailto:@b"
            })
    void anAddressThatLeadsNowhereIsFound(String text) {
        assertThat(codesAndPlaces(with("reportTo", text))).containsExactly("MAN-030 10:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "10000-01-01",
                "2026-1-1",
                "24.11.2026",
                "1899-12-31",
                "3000-01-01",
                "2026-11-24T10:00:00Z",
                "2026-12-31T23:59:60Z",
                "today"
            })
    @BadInput("M14")
    void aDateIsADayOfTheCalendar(String text) {
        assertThat(codesAndPlaces(with("released", text))).containsExactly("MAN-029 11:11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2999-12-31", "2028-02-29"})
    void aDateOfTheseCenturiesIsRight(String text) {
        assertThat(codesAndPlaces(with("released", text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"title, 200, 4:8", "summary, 300, 5:10", "publisher, 200, 8:12"})
    void aTextHasItsBound(String key, int max, String place) {
        assertThat(codesAndPlaces(with(key, "a".repeat(max)))).isEmpty();
        PackReading reading = with(key, "a".repeat(max + 1));
        assertThat(codesAndPlaces(reading)).containsExactly("MAN-027 " + place);
        assertThat(Texts.messages(reading))
                .containsExactly(
                        "The text of \""
                                + key
                                + "\" is too long; it must have at most "
                                + max
                                + " characters.");
    }

    @Test
    void aTitleHasOneLine() {
        assertThat(codesAndPlaces(with("title", "\"a\\nb\""))).containsExactly("MAN-028 4:8");
        assertThat(codesAndPlaces(with("title", ">-\n  a\n  b"))).isEmpty();
        assertThat(codesAndPlaces(with("title", ">\n  a\n  b"))).containsExactly("MAN-028 4:8");
    }

    @Test
    void anAuthorHasAName() {
        assertThat(codesAndPlaces(with("authors", "[{role: a}, {name: '', role: b}]")))
                .containsExactly("MAN-026 12:11", "MAN-022 12:23");
        assertThat(codesAndPlaces(with("authors", "[]"))).containsExactly("MAN-032 12:10");
        assertThat(codesAndPlaces(with("authors", "[{name: \"a\\nb\", role: \"c\\nd\"}]")))
                .containsExactly("MAN-028 12:18", "MAN-028 12:32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: wealth | MAN-059 13:10",
                "tags: [leg-cramps, Leg] | MAN-031 13:20",
                "assets: [{path: b.svg, alt: a, title: b, credit: c, license: MIT}]"
                        + " | MAN-060 13:17",
                "assets: [{path: assets/../b, alt: a, title: b, credit: c, license: no way}]"
                        + " | MAN-060 13:17, MAN-055 13:68",
                "assets: [{path: assets/b.svg, alt: a, title: b, credit: c,"
                        + " license: LicenseRef-Undecided}] | MAN-056 13:69",
                "related: [{article: A, to: b}] | MAN-061 13:21",
                "redirects: [{kind: page, from: a, to: b}] | MAN-062 13:20",
                "redirects: [{kind: section, from: a, to: b}] | MAN-064 13:13",
                "redirects: [{kind: asset, article: a, from: assets/a, to: assets/b}]"
                        + " | MAN-065 13:36",
                "redirects: [{kind: article, from: a, to: B}] | MAN-066 13:42",
                "removed: [{kind: asset, id: a.svg, reason: old}] | MAN-066 13:29",
                "removed: [{kind: section, article: a, id: b.c, reason: old}] | MAN-066 13:43",
                "removed: [{kind: article, id: a}] | MAN-026 13:11",
                "changes: [{kind: big, article: a, text: b}] | MAN-063 13:18",
                "provenance: [{title: a, site: b, byline: c}] | MAN-026 13:14",
            })
    void anEntryOfAListHasItsForm(String line, String findings) {
        assertThat(String.join(", ", codesAndPlaces(readManifest(MANIFEST + line + "\n"))))
                .isEqualTo(findings);
    }

    @Test
    void aFindingOfAWholeEntryNamesTheTextThatIsWrong() {
        PackReading reading =
                readManifest(MANIFEST + "redirects: [{kind: article, from: a, to: B}]\n");
        assertThat(Texts.messages(reading))
                .containsExactly(
                        "Name \"B\" of \"redirects[0].to\" does not fit the kind \"article\".");
    }

    @Test
    void allKeysOfTheFormatAreRead() {
        String rest =
                """
                provenance:
                  - {title: a, site: b, byline: c, changes: d}
                profile: health
                tags: [sleep, leg-cramps]
                assets:
                  - {path: assets/a.svg, alt: a, title: b, credit: c, license: MIT}
                related: [{article: a, to: b}]
                redirects:
                  - {kind: section, article: a, from: b, to: c}
                  - {kind: asset, from: assets/a.svg, to: assets/b.svg}
                removed: [{kind: article, id: a, reason: old}]
                changes: [{kind: safety, article: a, text: b}]
                """;
        assertThat(codesAndPlaces(readManifest(MANIFEST + rest))).isEmpty();
    }

    @Test
    void everyWordOfTheVocabularyIsKnown() {
        Arrays.stream(Profile.values()).forEach(p -> assertRight("profile: " + p.id()));
        Arrays.stream(ChangeKind.values())
                .forEach(
                        k -> assertRight("changes: [{kind: " + k.id() + ", article: a, text: b}]"));
        for (ItemKind kind : ItemKind.values()) {
            List<String> codes =
                    codesAndPlaces(
                            readManifest(
                                    MANIFEST
                                            + "removed: [{kind: "
                                            + kind.id()
                                            + ", id: a, reason: b}]\n"));
            assertThat(codes).noneMatch(code -> code.startsWith("MAN-062"));
        }
    }

    private static void assertRight(String line) {
        assertThat(codesAndPlaces(readManifest(MANIFEST + line + "\n"))).isEmpty();
    }
}
