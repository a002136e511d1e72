package org.contentpack.pack;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.version.Version;

/**
 * What a release says of itself in {@code pack.yaml}.
 *
 * @param language of the articles that are no translations
 * @param license SPDX expression
 * @param reportTo where a reader reports a mistake: {@code https:} or {@code mailto:}
 * @param released the day that the publisher gives, not the moment of registration
 */
public record Manifest(
        PackId id,
        Version version,
        String title,
        String summary,
        Language language,
        String license,
        String publisher,
        Optional<Owners> owners,
        Optional<URI> reportTo,
        LocalDate released,
        List<Author> authors,
        List<Provenance> provenance,
        Optional<Profile> profile,
        List<Tag> tags,
        List<AssetEntry> assets,
        List<Relation> related,
        List<Redirect> redirects,
        List<Removal> removed,
        List<Change> changes) {

    public Manifest {
        authors = List.copyOf(authors);
        provenance = List.copyOf(provenance);
        tags = List.copyOf(tags);
        assets = List.copyOf(assets);
        related = List.copyOf(related);
        redirects = List.copyOf(redirects);
        removed = List.copyOf(removed);
        changes = List.copyOf(changes);
    }

    public ReleaseId releaseId() {
        return new ReleaseId(id, version);
    }

    public Optional<AssetEntry> asset(FilePath path) {
        return assets.stream().filter(a -> a.path().equals(path)).findFirst();
    }
}
