package org.contentpack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.PackId;

/**
 * A pack in two versions, with one article for each script of edits. What the second changes
 * follows from the seed; every sentence can be told from all others.
 */
final class EditPacks {

    static final PackId PACK = new PackId("edit-scripts");

    static final int SECTIONS = 5;
    static final int SENTENCES = 4;

    private EditPacks() {}

    /**
     * What 1.1.0 changes in one article.
     *
     * @param sections numbers of the sections in which it writes one sentence otherwise
     * @param adds whether there is a section more, at the end
     * @param moves whether the last section comes first
     */
    record Changes(
            Set<Integer> sections,
            int sentence,
            boolean title,
            boolean tag,
            boolean adds,
            boolean moves) {

        static Changes of(long seed) {
            Random random = new Random(seed * 7919);
            List<Integer> all = new ArrayList<>();
            for (int i = 1; i <= SECTIONS; i++) {
                all.add(i);
            }
            Collections.shuffle(all, random);
            return new Changes(
                    new TreeSet<>(all.subList(0, 1 + random.nextInt(3))),
                    1 + random.nextInt(SENTENCES),
                    random.nextInt(4) == 0,
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0,
                    random.nextInt(5) == 0);
        }
    }

    static String article(int number) {
        return "script-" + number;
    }

    /** A handle of a sentence that is nowhere else in its article. */
    static String handle(int section, int sentence) {
        return "Remark " + section + "." + sentence + " says";
    }

    /** What the second version writes in a section that it changes. */
    static String news(int section, int sentence) {
        return "that walking strengthens the foot of point " + section + "." + sentence;
    }

    static InMemoryPackFiles pack(boolean next, long seed, int articles) {
        StringBuilder manifest =
                new StringBuilder(
                        """
                        format: 1
                        id: edit-scripts
                        version: %s
                        title: Edit scripts
                        summary: Made to be edited.
                        language: en
                        license: CC0-1.0
                        publisher: Content Pack project
                        owners: {content: Content Pack project}
                        reportTo: https://example.org/report
                        released: 2026-11-24
                        authors: [{name: Content Pack project}]
                        changes:
                        """
                                .formatted(next ? "1.1.0" : "1.0.0"));
        InMemoryPackFiles pack = new InMemoryPackFiles();
        for (int i = 0; i < articles; i++) {
            for (String kind : List.of("editorial", "addition")) {
                manifest.append("  - {kind: ").append(kind).append(", article: ");
                manifest.append(article(i)).append(", text: Said in other words.}\n");
            }
            pack.with(
                    "articles/" + article(i) + ".md",
                    text(i, next, Changes.of(seed + i)).getBytes(UTF_8));
        }
        return pack.with("pack.yaml", manifest.toString().getBytes(UTF_8));
    }

    private static String text(int number, boolean next, Changes changes) {
        StringBuilder text =
                new StringBuilder(
                        """
                        ---
                        id: %s
                        slug: %s
                        title: Article %d%s
                        summary: One of many.
                        authors: [{name: Content Pack project}]
                        tags: [legs%s]
                        audience: adults
                        firstPublished: 2026-11-24
                        contentChanged: 2026-11-24
                        review: {status: unreviewed}
                        ---
                        Before all sections.
                        """
                                .formatted(
                                        article(number),
                                        article(number),
                                        number,
                                        next && changes.title() ? " in other words" : "",
                                        next && changes.tag() ? ", walking" : ""));
        List<Integer> order = new ArrayList<>();
        for (int i = 1; i <= SECTIONS; i++) {
            order.add(i);
        }
        if (next && changes.moves()) {
            order.add(0, order.remove(order.size() - 1));
        }
        for (int section : order) {
            text.append("\n## Part ").append(section).append(" {#part-").append(section);
            text.append("}\n\n");
            for (int i = 1; i <= SENTENCES; i++) {
                boolean isNew =
                        next && changes.sections().contains(section) && changes.sentence() == i;
                text.append(handle(section, i)).append(' ');
                text.append(isNew ? news(section, i) : "that water helps the calf at night");
                text.append(".\n");
            }
        }
        if (next && changes.adds()) {
            text.append("\n## More {#more}\n\nThis section is new.\n");
        }
        return text.toString();
    }
}
