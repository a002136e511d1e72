package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.cli.settings.SettingsReader;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;
import org.contentpack.finding.ToolRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas and validator say the same of every manifest and every front matter among the fixtures,
 * and of thousands of files in which one value was changed: what a schema refuses has a finding in
 * that file, and where there is a finding of a kind that a schema can express, it refuses.
 */
class SchemaVerdictsTest {

    /** Rules of which a schema says the same in every case. */
    private static final Set<String> EXPRESSED =
            codes(
                    "MAN 020 021 022 023 024 025 026 028 029 031 032",
                    "MAN 051 052 053 059 061 062 063 064 065",
                    "ART 020 021 022 023 024 025 026 028 029 031 032 050 051 052 053 054 055 056",
                    "CFG 002 007 008 009 010");

    /**
     * Rules of which a schema tells the plain cases, and why not all. Beside them, it sees values
     * and not how they were written: {@code 0x1F} is a number to it, which a tag may be.
     */
    private static final Map<String, String> PARTLY =
            byCode(
                    "MAN-027 ART-027: a schema counts characters, the rule UTF-16 units, as it"
                            + " counts wherever texts are cut",
                    "MAN-030 ART-030: a pattern knows the form of an address, no parser of them",
                    "MAN-050: a schema sees the number 1 in 01, 1.0 and 0x1 too",
                    "MAN-054: a pattern knows the form of tags, not which languages there are",
                    "MAN-055: a pattern does not count parentheses",
                    "MAN-060 MAN-066: a schema counts characters of a path, the rule bytes",
                    "CFG-001: rules of others are known by their jars",
                    "CFG-012: a pattern does not look for the host");

    /** Rules of which a schema says nothing, and why. */
    private static final Map<String, String> NOT_EXPRESSED =
            byCode(
                    "MAN-001 MAN-002 MAN-003 MAN-004 MAN-006 ART-001 ART-002 ART-003 ART-004"
                            + " ART-006: a schema sees values, not bytes",
                    "MAN-010 MAN-011 MAN-012 MAN-013 MAN-014 MAN-015 MAN-016 MAN-017 MAN-018"
                            + " MAN-019 ART-010 ART-011 ART-012 ART-013 ART-014 ART-015 ART-016"
                            + " ART-017 ART-018 ART-019: a schema sees what YAML came to, not how"
                            + " it was written",
                    "MAN-040 MAN-041 MAN-042 ART-040 ART-041 ART-042 ART-043 ART-044 ART-045"
                            + " ART-046: a schema sees no files: which there are, their names,"
                            + " their sizes, their parts",
                    "ART-057: a schema does not compare two days",
                    "ART-060 ART-061 ART-062 ART-063 ART-064 ART-065 ART-066 ART-067 ART-068"
                            + " ART-069 ART-070 ART-071 ART-072: the text below the front matter"
                            + " is Markdown",
                    "CFG-003 CFG-004: which rules refuse packs changes with the software",
                    "CFG-011: a schema compares whole entries, not one key of them");

    /** Groups of rules of which a schema says nothing, and why. */
    private static final Map<String, String> OTHER_GROUPS =
            byCode(
                    "PKG ENT: they are about archives",
                    "MED: they are about pictures",
                    "REF: they compare files and parts of the text, or know the server's words",
                    "HLT: they compare articles with the profile of the manifest",
                    "VER: they compare releases",
                    "SIG: they are about signatures",
                    "QLT: they are about the text",
                    "EXT: they are about rules of others");

    private static final PackDocumentReader READER =
            new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT);

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\n(?s:(.*?)^)---\\n", Pattern.MULTILINE);

    private static Set<String> codes(String... groups) {
        Set<String> codes = new TreeSet<>();
        for (String group : groups) {
            String[] words = group.split(" ");
            Stream.of(words).skip(1).forEach(number -> codes.add(words[0] + "-" + number));
        }
        return codes;
    }

    private static Map<String, String> byCode(String... reasons) {
        Map<String, String> byCode = new TreeMap<>();
        for (String reason : reasons) {
            String[] parts = reason.split(": ", 2);
            Stream.of(parts[0].split(" ")).forEach(code -> byCode.put(code, parts[1]));
        }
        return byCode;
    }

    /** One file's verdicts. */
    private record Judged(String file, List<String> findings, List<String> refusals) {

        boolean isAboutValues(String code) {
            return EXPRESSED.contains(code) || PARTLY.containsKey(code);
        }

        /** What both do not agree in; empty where all is well. */
        Optional<String> disagreement() {
            if (!refusals.isEmpty() && findings.stream().noneMatch(this::isAboutValues)) {
                return Optional.of(file + " has no finding, but " + refusals);
            }
            List<String> missed = findings.stream().filter(EXPRESSED::contains).toList();
            return refusals.isEmpty() && !missed.isEmpty()
                    ? Optional.of(file + " is not refused, but has " + missed)
                    : Optional.empty();
        }
    }

    private static List<String> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule().code())
                .toList();
    }

    private static Optional<Judged> judged(
            String file, String yaml, List<Finding> findings, SchemaVerdict schema) {
        List<String> errors = errors(findings);
        Optional<List<String>> refusals = schema.refusals(yaml);
        if (refusals.isEmpty()) {
            assertThat(errors).as("%s is no YAML", file).isNotEmpty();
        }
        return refusals.map(r -> new Judged(file, errors, r));
    }

    private static List<Path> packs() throws IOException {
        List<Path> packs = new ArrayList<>();
        for (String root : List.of("content-pack", "src/test/resources")) {
            try (Stream<Path> below = Files.walk(Path.of(root))) {
                below.filter(
                                folder ->
                                        Files.isRegularFile(folder.resolve("pack.yaml"))
                                                || Files.isDirectory(folder.resolve("articles")))
                        .sorted()
                        .forEach(packs::add);
            }
        }
        return packs;
    }

    private static Optional<String> metadata(String path, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (path.equals("pack.yaml")) {
            return Optional.of(text);
        }
        Matcher front = FRONT_MATTER.matcher(text);
        return path.startsWith("articles/") && front.lookingAt()
                ? Optional.of(front.group(1))
                : Optional.empty();
    }

    private static List<Judged> corpus() throws IOException {
        SchemaVerdict manifests = SchemaVerdict.of(DocumentSchemas.of(DocumentSchemas.PACK));
        SchemaVerdict articles = SchemaVerdict.of(DocumentSchemas.of(DocumentSchemas.ARTICLE));
        List<Judged> corpus = new ArrayList<>();
        for (Path folder : packs()) {
            InMemoryPackFiles files = InMemoryPackFiles.ofFolder(folder);
            Map<String, List<Finding>> findings =
                    READER.read(files).findings().stream()
                            .collect(Collectors.groupingBy(f -> f.location().file()));
            for (var entry : files.list().entries()) {
                String path = entry.path().value();
                metadata(path, files.read(entry.path()))
                        .flatMap(
                                yaml ->
                                        judged(
                                                folder + "/" + path,
                                                yaml,
                                                findings.getOrDefault(path, List.of()),
                                                path.equals("pack.yaml") ? manifests : articles))
                        .ifPresent(corpus::add);
            }
        }
        return corpus;
    }

    @Test
    void schemasAndValidatorAgreeOnEveryFixture() throws IOException {
        List<Judged> corpus = corpus();

        assertThat(corpus).hasSizeGreaterThan(100);
        assertThat(corpus.stream().map(Judged::disagreement).flatMap(Optional::stream)).isEmpty();
        assertThat(corpus).anyMatch(file -> !file.refusals().isEmpty());
    }

    @Test
    void everyRuleThatRefusesIsExpressedOrHasAReason() {
        Set<String> told = new TreeSet<>(EXPRESSED);
        told.addAll(PARTLY.keySet());
        told.addAll(NOT_EXPRESSED.keySet());
        Set<String> refusing =
                Stream.<Rule>concat(Stream.of(BuiltInRule.values()), Stream.of(ToolRule.values()))
                        .filter(rule -> rule.severity() == Severity.ERROR)
                        .map(Rule::code)
                        .filter(code -> !OTHER_GROUPS.containsKey(code.substring(0, 3)))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(refusing);
        assertThat(told).hasSize(EXPRESSED.size() + PARTLY.size() + NOT_EXPRESSED.size());
    }

    /** Values of many forms, each right somewhere and wrong elsewhere. */
    private static List<Object> values() {
        List<Object> values =
                new ArrayList<>(
                        List.of(
                                "",
                                " ",
                                "a",
                                "A b",
                                "con",
                                "com1",
                                "x-",
                                "-x",
                                "a--b",
                                "a-b",
                                "1a",
                                "true",
                                "null",
                                "~",
                                "1.0.0",
                                "1.0",
                                "v1.0.0",
                                "01.0.0",
                                "1.0.0-rc.1+b",
                                "1.0.0-01",
                                "1234567890.0.0"));
        values.addAll(
                List.of(
                        "2026-11-24",
                        "2026-02-30",
                        "2026-2-3",
                        "1899-12-31",
                        "2999-12-31",
                        "3000-01-01",
                        "2026-11-24T00:00",
                        "standard",
                        "strict",
                        "error",
                        "info",
                        "REF-012",
                        "ref-012",
                        "REF-12"));
        values.addAll(
                List.of(
                        "https://x.example/",
                        "https://x.example/a?b#c",
                        "HTTPS://x.example",
                        "https://u@x.example/",
                        "https://x.example/@a",
                        "http://x.example/",
                        "https:x",
                        "https://",
                        "https://x.example/a b",
                        "https://é.example/",
                        "https://x.example/%zz",
                        "mailto:a@b.example",
                        "MAILTO:a@b.example",
                        "mailto:a",
                        "mailto:@b",
                        "mailto:a@",
                        "ftp://x.example/"));
        values.addAll(
                List.of(
                        "MIT",
                        "MIT OR",
                        "MIT OR Apache-2.0",
                        "(MIT)AND(X)",
                        "MIT License",
                        "GPL-2.0+",
                        "LicenseRef-Undecided",
                        "GPL-2.0-only WITH Classpath-exception-2.0",
                        "en",
                        "EN-gb",
                        "en_US",
                        "i-klingon",
                        "zh-Hant-TW",
                        "en-x-a",
                        "en-u-ca-gregory",
                        "abcdefghi"));
        values.addAll(
                List.of(
                        "assets/a.svg",
                        "assets/ä/b_c.svg",
                        "assets/../a",
                        "assets/.a",
                        "assets/a.",
                        "assets//a",
                        "assets/",
                        "assets",
                        "articles/a.md",
                        "/assets/a",
                        "assets/a b",
                        "sha256:" + "0".repeat(64),
                        "sha256:" + "A".repeat(64),
                        "sha256:0"));
        values.addAll(
                List.of(
                        "reviewed",
                        "unreviewed",
                        "health",
                        "safety",
                        "section",
                        "asset",
                        "article",
                        "two\nlines",
                        "one line\n",
                        "Ünïcode, \"quoted\" 😀"));
        for (int length :
                new int[] {
                    35, 36, 60, 61, 64, 65, 100, 101, 120, 121, 160, 161, 200, 201, 250, 251, 300,
                    301, 2_000, 2_001
                }) {
            values.add("a".repeat(length));
        }
        values.addAll(List.of(1, 2, 0, 2026, 1.5, true, false));
        values.addAll(List.of(List.of(), List.of("a"), Map.of(), Map.of("a", "b")));
        return values;
    }

    /** The document with one value changed at a time, in every place. */
    private static List<Object> changed(Object document) {
        List<Object> all = new ArrayList<>();
        if (document instanceof Map<?, ?> mapping) {
            mapping.forEach(
                    (key, value) -> {
                        Map<Object, Object> without = new LinkedHashMap<>(mapping);
                        without.remove(key);
                        all.add(without);
                        Stream.concat(replacements().stream(), changed(value).stream())
                                .forEach(
                                        other -> {
                                            Map<Object, Object> with = new LinkedHashMap<>(mapping);
                                            with.put(key, other);
                                            all.add(with);
                                        });
                    });
            Map<Object, Object> more = new LinkedHashMap<>(mapping);
            more.put("unknown", "a");
            all.add(more);
        } else if (document instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Object other :
                        Stream.concat(replacements().stream(), changed(list.get(i)).stream())
                                .toList()) {
                    List<Object> with = new ArrayList<>(list);
                    with.set(i, other);
                    all.add(with);
                }
            }
        }
        return all;
    }

    private static Collection<Object> replacements() {
        List<Object> replacements = new ArrayList<>(values());
        replacements.add(null);
        return replacements;
    }

    private static Object document(String yaml) {
        return new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
                .loadFromString(yaml);
    }

    private static List<Judged> judgedAll(
            DocumentSchemas.Source source, String yaml, Function<String, List<Finding>> findings) {
        SchemaVerdict schema = SchemaVerdict.of(DocumentSchemas.of(source));
        List<Judged> judged = new ArrayList<>();
        List<Object> documents = changed(document(yaml));
        documents.addAll(replacements());
        for (Object document : documents) {
            String text = MAPPER.writeValueAsString(document) + "\n";
            judged(text, text, findings.apply(text), schema).ifPresent(judged::add);
        }
        return judged;
    }

    private static List<Finding> findings(Map<String, String> files) {
        try {
            return READER.read(InMemoryPackFiles.of(files)).findings();
        } catch (IOException e) {
            throw new IllegalStateException("files in memory can be read", e);
        }
    }

    private static void assertAgreement(List<Judged> judged, String... expressed) {
        assertThat(judged).hasSizeGreaterThan(1_000);
        assertThat(
                        judged.stream()
                                .map(Judged::disagreement)
                                .flatMap(Optional::stream)
                                .limit(20)
                                .toList())
                .isEmpty();
        Set<String> raised = new TreeSet<>();
        judged.forEach(file -> raised.addAll(file.findings()));
        Set<String> due =
                EXPRESSED.stream()
                        .filter(code -> Arrays.asList(expressed).contains(code.substring(0, 3)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(raised).containsAll(due);
    }

    @Test
    void theyAgreeOnManifestsInWhichOneValueIsChanged() throws IOException {
        String manifest =
                Files.readString(
                        Path.of("src/test/resources/packs/manifest-all-keys-is-read/pack.yaml"));

        assertAgreement(
                judgedAll(
                        DocumentSchemas.PACK,
                        manifest,
                        text -> findings(Map.of("pack.yaml", text))),
                "MAN");
    }

    private static final String FRONT =
            """
            id: growing-basil
            slug: growing-basil
            title: Growing basil
            summary: How to keep a pot of basil alive.
            authors:
              - name: Ada
                role: editor
            tags: [herbs]
            audience: adults
            firstPublished: 2026-11-24
            contentChanged: 2026-11-24
            review:
              status: reviewed
              reviewer: {name: Ann Lee, role: botanist}
              lastReviewed: 2026-11-01
              nextReview: 2028-11-01
            sources:
              - id: handbook
                publisher: Example Garden Club
                title: Handbook of pot herbs
                url: https://example.org/handbook
                checked: 2026-11-24
            disclaimer: This text replaces no advice.
            translates:
              digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
            """;

    @Test
    void theyAgreeOnFrontMatterInWhichOneValueIsChanged() {
        String file = "articles/growing-basil.es.md";

        assertAgreement(
                judgedAll(
                        DocumentSchemas.ARTICLE,
                        FRONT,
                        text ->
                                findings(Map.of(file, "---\n" + text + "---\nText.\n")).stream()
                                        .filter(f -> f.location().file().equals(file))
                                        .toList()),
                "ART");
    }

    @Test
    void theyAgreeOnSettingsInWhichOneValueIsChanged(@TempDir Path folder) {
        String settings =
                """
                profile: strict
                docs: https://packs.example.org/
                severities:
                  - {rule: REF-012, severity: info}
                exemptions:
                  - rule: REF-047
                    pack: herbs
                    file: pack.yaml
                    reason: The picture is for the press kit.
                    until: 2027-03-31
                  - rule: REF-012
                    article: growing-basil
                    reason: The handbook stands for the whole text.
                    until: 2027-01-31
                """;
        Path file = folder.resolve("contentpack.yaml");
        SettingsReader reader = new SettingsReader(List.of());

        assertAgreement(
                judgedAll(
                        DocumentSchemas.SETTINGS,
                        settings,
                        text -> {
                            try {
                                return reader.read(Files.writeString(file, text)).findings();
                            } catch (IOException e) {
                                throw new IllegalStateException("a file can be written", e);
                            }
                        }),
                "CFG");
    }
}
