package org.contentpack.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;

/**
 * A small pack in English with translations that keeps all rules, put together article by article.
 */
public final class TestPack {

    private final InMemoryPackFiles files = new InMemoryPackFiles();
    private final String id;
    private final String version;
    private String changes = "";
    private String more = "";

    public TestPack(String id, String version) {
        this.id = id;
        this.version = version;
    }

    /**
     * Adds an article, English before its translations.
     *
     * @param frontMatter further lines of it
     * @param body what stands behind it
     */
    public TestPack article(
            String name, String language, String title, String frontMatter, String body) {
        return article(name, language, title, frontMatter, body, Optional.empty());
    }

    /** Adds a translation that was made from other bytes than its source has here. */
    public TestPack staleTranslation(String name, String language, String body, Digest madeFrom) {
        return article(name, language, "Title in " + language, "", body, Optional.of(madeFrom));
    }

    /** What a translation of an article says that it was made from. */
    public Digest source(String name) {
        return files.list().find(new FilePath("articles/" + name + ".md")).orElseThrow().digest();
    }

    private TestPack article(
            String name,
            String language,
            String title,
            String frontMatter,
            String body,
            Optional<Digest> madeFrom) {
        boolean english = language.equals("en");
        String source = "articles/" + name + ".md";
        StringBuilder text = new StringBuilder();
        text.append("---\nid: ").append(name).append("\nslug: ").append(name);
        text.append(english ? "" : "-" + language).append("\ntitle: ").append(title);
        text.append("\nsummary: Written to be found.\nauthors: [{name: Content Pack project}]\n");
        text.append("audience: adults\nfirstPublished: 2026-11-24\ncontentChanged: 2026-11-24\n");
        text.append("review: {status: unreviewed}\n").append(frontMatter);
        text.append(frontMatter.isEmpty() ? "" : "\n");
        if (!english) {
            text.append("translates: {digest: \"")
                    .append(madeFrom.orElseGet(() -> source(name)))
                    .append("\"}\n");
        }
        text.append("---\n").append(body).append('\n');
        files.with(
                english ? source : "articles/" + name + "." + language + ".md",
                text.toString().getBytes(UTF_8));
        return english ? note("editorial", name) : this;
    }

    /** Adds a change note; every English article brings one of kind editorial. */
    public TestPack note(String kind, String article) {
        changes += "  - {kind: " + kind + ", article: " + article + ", text: Said better.}\n";
        return this;
    }

    /** Adds lines to the manifest. */
    public TestPack manifest(String lines) {
        more += lines + "\n";
        return this;
    }

    public TestPack file(String path, String text) {
        files.with(path, text.getBytes(UTF_8));
        return this;
    }

    public InMemoryPackFiles files() {
        return files.with(
                "pack.yaml",
                ("format: 1\nid: "
                                + id
                                + "\nversion: "
                                + version
                                + "\ntitle: Pack\nsummary: Made to be found.\nlanguage: en\n"
                                + "license: CC0-1.0\npublisher: Content Pack project\n"
                                + "owners: {content: Content Pack project}\n"
                                + "reportTo: https://example.org/report\n"
                                + "released: 2026-11-24\n"
                                + "authors: [{name: Content Pack project}]\n"
                                + more
                                + "changes:\n"
                                + changes)
                        .getBytes(UTF_8));
    }
}
