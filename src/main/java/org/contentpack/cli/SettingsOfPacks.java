package org.contentpack.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.cli.settings.AppliedSettings;
import org.contentpack.cli.settings.AuthorSettings;
import org.contentpack.cli.settings.SettingsReader;

/**
 * The files {@code contentpack.yaml} that hold for the packs of one call, each read once. For one
 * thread.
 */
final class SettingsOfPacks {

    private final SettingsReader reader;
    private final Optional<Path> named;
    private final LocalDate today;
    private final AppliedSettings none;
    private final Map<Path, AppliedSettings> applied = new LinkedHashMap<>();
    private final List<URI> docs = new ArrayList<>();

    /**
     * @param named the file that holds for all packs; empty where it is looked for
     */
    SettingsOfPacks(SettingsReader reader, Optional<Path> named, LocalDate today) {
        this.reader = reader;
        this.named = named;
        this.today = today;
        this.none = new AppliedSettings(AuthorSettings.NONE, today);
    }

    /** What holds for a folder or an archive. */
    AppliedSettings of(Path pack) throws IOException {
        Optional<Path> file = named.isPresent() ? named : SettingsReader.find(folder(pack));
        if (file.isEmpty()) {
            return none;
        }
        AppliedSettings known = applied.get(file.get());
        if (known == null) {
            AuthorSettings settings = reader.read(file.get());
            settings.docs().ifPresent(docs::add);
            known = new AppliedSettings(settings, today);
            applied.put(file.get(), known);
        }
        return known;
    }

    /** Where a pack lies: the folder that it is, or the one that its archive is in. */
    static Path folder(Path pack) {
        return Files.isDirectory(pack)
                ? pack
                : Optional.ofNullable(pack.toAbsolutePath().getParent()).orElse(pack);
    }

    /** Where the documentation is read, as the first file says. */
    Optional<URI> docs() {
        return docs.stream().findFirst();
    }

    /** What there is to say about the files themselves, once all packs were looked at. */
    List<PackReport> findings() throws IOException {
        List<PackReport> reports = new ArrayList<>();
        for (Map.Entry<Path, AppliedSettings> file : applied.entrySet()) {
            if (!file.getValue().findings().findings().isEmpty()) {
                reports.add(
                        PackReport.ofTools(
                                shown(file.getKey()),
                                file.getValue().findings(),
                                SourceTexts.ofFile(
                                        SettingsReader.nameIn(file.getKey()), file.getKey())));
            }
        }
        return reports;
    }

    /** Relative to where the command runs, where that leads down. */
    private static String shown(Path file) throws IOException {
        Path here = Path.of("").toRealPath();
        Path folder = Optional.ofNullable(file.toRealPath().getParent()).orElse(file.toRealPath());
        return (folder.startsWith(here) ? here.relativize(folder) : folder)
                .toString()
                .replace('\\', '/');
    }
}
