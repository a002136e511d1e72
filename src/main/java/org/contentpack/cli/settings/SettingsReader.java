package org.contentpack.cli.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.cli.settings.AuthorSettings.Profile;
import org.contentpack.cli.settings.Exemption.Subject;
import org.contentpack.cli.settings.SettingsDocument.ExemptionDocument;
import org.contentpack.cli.settings.SettingsDocument.SeverityDocument;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;
import org.contentpack.finding.ToolRule;
import org.contentpack.manifest.ClosestWord;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.Locations;
import org.contentpack.manifest.YamlDocuments;
import org.contentpack.pack.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads {@code contentpack.yaml}. What is wrong in it is found, never thrown, and has no
 * effect; the rest holds. Safe for use by several threads.
 */
public final class SettingsReader {

    /** The name that is looked for. */
    public static final String FILE_NAME = "contentpack.yaml";

    /** Longest file in bytes: some thousand exemptions, which are too many already. */
    static final int MAX_BYTES = 1 << 20;

    private static final FilePath FILE = new FilePath(FILE_NAME);

    private final NavigableMap<String, Rule> rules = new TreeMap<>();

    /**
     * @param provided the rules that others brought, beside those of this project
     */
    public SettingsReader(Collection<? extends Rule> provided) {
        for (Rule rule : BuiltInRule.values()) {
            rules.put(rule.code(), rule);
        }
        provided.forEach(rule -> rules.putIfAbsent(rule.code(), rule));
    }

    /**
     * The file that holds for a folder: beside its files or in a folder above it, up to the first
     * that holds {@code .git}, which is where a project ends.
     */
    public static Optional<Path> find(Path folder) throws IOException {
        Path at = folder.toRealPath();
        while (at != null) {
            Path file = at.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            if (Files.exists(at.resolve(".git"))) {
                return Optional.empty();
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    /** What a file says; its findings lie in a file of its name. */
    public AuthorSettings read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(file + " is longer than " + MAX_BYTES + " bytes");
            }
            return read(nameOf(file), bytes);
        }
    }

    /** The name that findings about the file have; {@value #FILE_NAME} where it has none. */
    public static String nameIn(Path file) {
        return nameOf(file).value();
    }

    private static FilePath nameOf(Path file) {
        return FilePath.parse(String.valueOf(file.getFileName())).orElse(FILE);
    }

    AuthorSettings read(byte[] bytes) {
        return read(FILE, bytes);
    }

    private AuthorSettings read(FilePath name, byte[] bytes) {
        YamlDocuments.Reading<SettingsDocument> reading =
                YamlDocuments.read(name, bytes, "severities", SettingsDocument.class);
        Making making = new Making(new ArrayList<>(reading.findings()));
        return reading.document().map(making::settings).orElseGet(making::nothing);
    }

    /** Makes the settings of one document. */
    private final class Making {

        private final List<Finding> findings;

        Making(List<Finding> findings) {
            this.findings = findings;
        }

        AuthorSettings nothing() {
            return new AuthorSettings(
                    Profile.STANDARD, Optional.empty(), Map.of(), List.of(), sorted());
        }

        AuthorSettings settings(Located<SettingsDocument> located) {
            SettingsDocument document = located.document();
            Profile profile = profile(document.profile(), located.locations());
            Optional<URI> docs = docs(document.docs(), located.locations());
            Map<String, Severity> severities =
                    severities(document.severities(), located.locations());
            List<Exemption> exemptions = new ArrayList<>();
            for (int i = 0; i < document.exemptions().size(); i++) {
                exemption(document.exemptions().get(i), "/exemptions/" + i, located.locations())
                        .ifPresent(exemptions::add);
            }
            return new AuthorSettings(profile, docs, severities, exemptions, sorted());
        }

        private List<Finding> sorted() {
            return findings.stream().sorted().toList();
        }

        private Profile profile(@Nullable String written, Locations locations) {
            if (written == null || written.equals("standard")) {
                return Profile.STANDARD;
            }
            if (written.equals("strict")) {
                return Profile.STRICT;
            }
            findings.add(
                    Finding.of(ToolRule.CFG_009, locations.of("/profile"), written)
                            .suggesting(ClosestWord.of(written, List.of("standard", "strict"))));
            return Profile.STANDARD;
        }

        private Optional<URI> docs(@Nullable String written, Locations locations) {
            if (written == null) {
                return Optional.empty();
            }
            try {
                URI address = new URI(written);
                if (written.startsWith("https://")
                        && written.endsWith("/")
                        && address.getHost() != null) {
                    return Optional.of(address);
                }
            } catch (URISyntaxException e) {
                // Told below, as for any other text that is no such address.
            }
            add(ToolRule.CFG_012, locations.of("/docs"), written);
            return Optional.empty();
        }

        private Map<String, Severity> severities(
                List<SeverityDocument> documents, Locations locations) {
            Map<String, Severity> severities = new HashMap<>();
            Map<String, Integer> lines = new HashMap<>();
            for (int i = 0; i < documents.size(); i++) {
                String pointer = "/severities/" + i;
                Location place = locations.of(pointer + "/rule");
                Optional<Rule> rule = rule(documents.get(i).rule(), pointer, locations);
                Optional<Severity> severity =
                        severity(documents.get(i).severity(), pointer, locations);
                if (rule.isEmpty() || severity.isEmpty()) {
                    continue;
                }
                String code = rule.get().code();
                Integer known = lines.putIfAbsent(code, place.position().orElseThrow().line());
                if (known != null) {
                    add(ToolRule.CFG_011, place, code, known);
                } else if (isRefusing(rule.get()) && severity.get() != Severity.ERROR) {
                    add(ToolRule.CFG_003, locations.of(pointer + "/severity"), code);
                } else {
                    severities.put(code, severity.get());
                }
            }
            return severities;
        }

        private Optional<Severity> severity(
                @Nullable String written, String pointer, Locations locations) {
            if (written == null) {
                missing("severity", pointer, locations);
                return Optional.empty();
            }
            List<String> words = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                if (severity.id().equals(written)) {
                    return Optional.of(severity);
                }
                words.add(severity.id());
            }
            findings.add(
                    Finding.of(ToolRule.CFG_002, locations.of(pointer + "/severity"), written)
                            .suggesting(ClosestWord.of(written, words)));
            return Optional.empty();
        }

        private Optional<Exemption> exemption(
                ExemptionDocument document, String pointer, Locations locations) {
            Optional<Rule> rule = rule(document.rule(), pointer, locations);
            Optional<Subject> subject = subject(document, pointer, locations);
            Optional<String> reason = Optional.ofNullable(document.reason()).map(String::strip);
            if (reason.isEmpty()) {
                missing("reason", pointer, locations);
            }
            Optional<LocalDate> until = until(document.until(), pointer, locations);
            if (rule.isPresent() && isRefusing(rule.get())) {
                add(ToolRule.CFG_004, locations.of(pointer + "/rule"), rule.get().code());
                return Optional.empty();
            }
            if (rule.isEmpty() || subject.isEmpty() || reason.isEmpty() || until.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Exemption(
                            rule.get().code(),
                            Optional.ofNullable(document.pack()),
                            subject.get(),
                            reason.get(),
                            until.get(),
                            locations.of(pointer + "/rule")));
        }

        private Optional<Subject> subject(
                ExemptionDocument document, String pointer, Locations locations) {
            String file = document.file();
            String article = document.article();
            if (file != null && article == null) {
                return Optional.of(new Subject.InFile(file));
            }
            if (article != null && file == null) {
                return Optional.of(new Subject.InArticle(article));
            }
            add(ToolRule.CFG_010, locations.of(pointer));
            return Optional.empty();
        }

        private Optional<LocalDate> until(
                @Nullable String written, String pointer, Locations locations) {
            if (written == null) {
                missing("until", pointer, locations);
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(written));
            } catch (DateTimeParseException e) {
                add(ToolRule.CFG_008, locations.of(pointer + "/until"), written);
                return Optional.empty();
            }
        }

        private Optional<Rule> rule(@Nullable String written, String pointer, Locations locations) {
            if (written == null) {
                missing("rule", pointer, locations);
                return Optional.empty();
            }
            Rule rule = rules.get(written);
            if (rule == null) {
                // A code that differs in a digit is another rule, not a typing error.
                findings.add(
                        Finding.of(ToolRule.CFG_001, locations.of(pointer + "/rule"), written)
                                .suggesting(
                                        Optional.of(
                                                        written.toUpperCase(Locale.ROOT)
                                                                .replace('_', '-'))
                                                .filter(rules::containsKey)));
            }
            return Optional.ofNullable(rule);
        }

        private void missing(String key, String pointer, Locations locations) {
            add(ToolRule.CFG_007, locations.of(pointer), key);
        }

        private void add(ToolRule rule, Location place, Object... arguments) {
            findings.add(Finding.of(rule, place, arguments));
        }
    }

    /** Rules of others refuse nothing: no server has them. */
    private static boolean isRefusing(Rule rule) {
        return rule instanceof BuiltInRule && rule.severity() == Severity.ERROR;
    }
}
