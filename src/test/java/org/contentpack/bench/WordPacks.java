package org.contentpack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contentpack.archive.InMemoryPackFiles;

/**
 * Packs whose words are spread as in written language, where few words are in every text and most
 * in hardly any: the word of rank n comes with a frequency of about 1/n. Against {@link
 * BenchPacks}, whose twenty words are in every text.
 */
final class WordPacks {

    private static final int WORDS = 20_000;

    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu",
        "va", "we", "xi", "zo", "qua"
    };

    private WordPacks() {}

    /** The word of a rank, from 0; no two are equal. */
    static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }

    /** A rank as it comes in texts, at least {@code from}. */
    static int rank(Random random, int from) {
        return from + (int) Math.pow(WORDS - from, random.nextDouble()) - 1;
    }

    /**
     * A pack.
     *
     * @param changed how many words of each section are others than in the pack with 0
     */
    static InMemoryPackFiles pack(String id, String version, int articles, int changed) {
        InMemoryPackFiles pack = new InMemoryPackFiles();
        for (int i = 0; i < articles; i++) {
            pack.with("articles/a" + i + ".md", article(id, i, changed).getBytes(UTF_8));
        }
        return pack.with("pack.yaml", BenchPacks.manifest(id, version, articles));
    }

    private static String article(String id, int number, int changed) {
        Random random = new Random(id.hashCode() * 31L + number);
        StringBuilder text =
                new StringBuilder(BenchPacks.frontMatter(number, "Article " + words(random, 3)));
        text.append(words(random, 30));
        for (int section = 1; section <= 5; section++) {
            text.append("\n\n## ").append(words(random, 2)).append(" {#s").append(section);
            text.append("}\n\n");
            text.append(words(random, 60));
            if (changed > 0) {
                text.append(' ').append(words(new Random(changed * 7L + number), changed));
            }
        }
        return text.append('\n').toString();
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(rank(random, 1)) + (i % 12 == 11 ? "." : ""));
        }
        return String.join(" ", words);
    }
}
