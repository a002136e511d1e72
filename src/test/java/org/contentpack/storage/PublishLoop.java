package org.contentpack.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestRegistry;

/**
 * A publisher in a process of its own, to be killed: publishes version after version of a tiny pack
 * and prints each that was acknowledged. Ends by itself after {@value #MOST} releases.
 */
final class PublishLoop {

    static final PackId PACK = new PackId("killed-notes");
    static final String READY = "READY";

    private static final int MOST = 2_000;

    private PublishLoop() {}

    public static void main(String[] folder) throws IOException {
        try (Database database = Database.open(DatabaseSettings.fileIn(Path.of(folder[0])))) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database));
            registry.follow();
            int next = registry.history(PACK).registrations().size();
            System.out.println(READY);
            for (int i = next; i < next + MOST; i++) {
                PublishResult result =
                        registry.publish(
                                new Submission(pack("1.0." + i), List.of(), Actor.BUILT_IN));
                PublishResult.Published published = (PublishResult.Published) result;
                System.out.println(
                        published.registration().id().version()
                                + " "
                                + published.registration().digest());
            }
        }
    }

    private static InMemoryPackFiles pack(String version) {
        String manifest =
                """
                format: 1
                id: killed-notes
                version: %s
                title: Notes
                summary: Notes of version %s.
                language: en
                license: CC0-1.0
                publisher: Test
                released: 2026-11-24
                authors: [{name: Test}]
                changes:
                  - {kind: editorial, article: note, text: Another number.}
                """;
        String article =
                """
                ---
                id: note
                slug: note
                title: A note
                summary: A note.
                authors: [{name: Test}]
                audience: adults
                firstPublished: 2026-11-24
                contentChanged: 2026-11-24
                review: {status: unreviewed}
                ---
                This is version %s.
                """;
        return InMemoryPackFiles.of(
                Map.of(
                        "pack.yaml", manifest.replace("%s", version),
                        "articles/note.md", article.replace("%s", version)));
    }
}
