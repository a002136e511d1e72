package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.contentpack.export.Exporters;
import org.contentpack.pack.Author;
import org.contentpack.pack.Change;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Owners;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Relation;
import org.contentpack.pack.Release;
import org.contentpack.pack.Removal;
import org.contentpack.pack.Tag;
import org.contentpack.registry.Registration;
import org.contentpack.render.AssetMediaType;

/** The wire shape of a release; {@code docs/api/release.json}. */
record ReleaseAnswer(
        @JsonUnwrapped VersionAnswer version,
        String title,
        String summary,
        Language language,
        List<Language> languages,
        String license,
        String publisher,
        Optional<Owners> owners,
        Optional<URI> reportTo,
        List<Author> authors,
        List<Provenance> provenance,
        Optional<Profile> profile,
        List<Tag> tags,
        List<Relation> related,
        List<Redirect> redirects,
        List<Removal> removed,
        List<Change> changes,
        List<ArticleSummary> articles,
        List<AssetAnswer> assets,
        List<FileEntry> files,
        ArchiveAnswer archive,
        List<ExportAnswer> exports) {

    /** The wire shape of an asset. */
    record AssetAnswer(
            FilePath path,
            String mediaType,
            String alt,
            String title,
            String credit,
            String license,
            Digest digest,
            long sizeBytes,
            String url,
            String blobUrl) {}

    /** The wire shape of the release as one zip. */
    record ArchiveAnswer(String url, String blobUrl, Digest digest, long sizeBytes) {}

    /** The wire shape of the release as an import file. */
    record ExportAnswer(String cms, String mediaType, String url) {}

    static ReleaseAnswer of(
            VersionAnswer version, ReleaseLookup.Found found, Links links, Exporters exporters) {
        Release release = found.release();
        Registration registration = found.registration();
        Manifest manifest = release.manifest();
        return new ReleaseAnswer(
                version,
                manifest.title(),
                manifest.summary(),
                manifest.language(),
                languages(release),
                manifest.license(),
                manifest.publisher(),
                manifest.owners(),
                manifest.reportTo(),
                manifest.authors(),
                manifest.provenance(),
                manifest.profile(),
                manifest.tags(),
                manifest.related(),
                manifest.redirects(),
                manifest.removed(),
                manifest.changes(),
                release.articles().stream().map(a -> ArticleSummary.of(a, found, links)).toList(),
                assets(release, links),
                release.files().entries(),
                new ArchiveAnswer(
                        links.archive(release.id()),
                        links.blob(registration.archiveDigest()),
                        registration.archiveDigest(),
                        registration.archiveBytes()),
                exporters.all().stream()
                        .map(
                                e ->
                                        new ExportAnswer(
                                                e.id(),
                                                e.mediaType(),
                                                links.export(release.id(), e.id())))
                        .toList());
    }

    /** All languages of a release, sorted. */
    static List<Language> languages(Release release) {
        return release.articles().stream().map(a -> a.language()).distinct().sorted().toList();
    }

    private static List<AssetAnswer> assets(Release release, Links links) {
        return release.manifest().assets().stream()
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .map(
                        asset -> {
                            FileEntry file = release.files().find(asset.path()).orElseThrow();
                            return new AssetAnswer(
                                    asset.path(),
                                    AssetMediaType.of(asset.path()),
                                    asset.alt(),
                                    asset.title(),
                                    asset.credit(),
                                    asset.license(),
                                    file.digest(),
                                    file.sizeBytes(),
                                    links.asset(release.id(), asset.path()),
                                    links.blob(file.digest()));
                        })
                .toList();
    }
}
