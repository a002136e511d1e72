package org.contentpack.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.YamlText;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;

/**
 * What is begun without a source, as truthful as what {@link Ingest} makes of one: nothing is made
 * up, and a key that a person has to write is a comment, so that the rules for packs refuse the
 * draft until it is written.
 */
public final class BlankDraft {

    private BlankDraft() {}

    /** A pack without articles. */
    public static PackDraft pack(
            PackId id,
            Optional<String> title,
            Optional<Language> language,
            Optional<Profile> profile) {
        YamlText yaml =
                new YamlText()
                        .with("format", ManifestDocument.FORMAT)
                        .with("id", id.value())
                        .with("version", Ingest.VERSION);
        title.ifPresentOrElse(t -> yaml.with("title", t), () -> open(yaml, "title", "one line"));
        open(yaml, "summary", "what the pack is about");
        language.ifPresentOrElse(
                l -> yaml.with("language", l.tag()),
                () -> open(yaml, "language", "a tag such as en or pt-BR"));
        yaml.with("license", "LicenseRef-Undecided");
        open(yaml, "publisher", "who publishes the pack");
        open(yaml, "owners", "who answers for its words and for what it says of health");
        open(yaml, "reportTo", "an https or mailto address");
        open(yaml, "released", "day of the release, as in 2026-01-31");
        open(yaml, "authors", "who wrote it");
        profile.ifPresent(p -> yaml.with("profile", p.id()));
        return new PackDraft(id, new TreeMap<>(Map.of(new FilePath("pack.yaml"), yaml.text())));
    }

    /** The path of an article's file, in the pack's own language. */
    public static FilePath path(ArticleId id) {
        return new FilePath("articles/" + id + ".md");
    }

    /** An article's file without a text. */
    public static String article(ArticleId id, Optional<String> title, boolean isHealth) {
        YamlText front = new YamlText().with("id", id.value()).with("slug", id.value());
        title.ifPresentOrElse(t -> front.with("title", t), () -> open(front, "title", "one line"));
        open(front, "summary", "what a reader finds here, at most 160 characters");
        open(front, "authors", "who wrote it");
        open(front, "audience", "for whom it is written");
        open(front, "firstPublished", "day of the first release that holds it, as in 2026-01-31");
        open(front, "contentChanged", "day on which the text last changed");
        front.with("review", Map.of("status", "unreviewed"));
        if (isHealth) {
            open(front, "sources", "what the text rests on: id, publisher, title, url, checked");
            open(front, "disclaimer", "what the text is not, and what to do in an emergency");
        }
        return "---\n" + front.text() + "---\n";
    }

    private static void open(YamlText yaml, String key, String what) {
        yaml.comment(key + ": " + PackDraft.marked(what));
    }
}
