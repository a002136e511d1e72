package org.contentpack.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.pack.SectionId;

/**
 * Contents and edits of them, made at random from a seed. What an edit adds is a word that is
 * nowhere else, so that a lost one is found.
 */
final class RandomEdits {

    private static final List<String> WORDS =
            List.of("calf", "the", "muscle", "night", "of", "drink", "water", "and", "sleep", "a");

    private final Random random;
    private int fresh;

    RandomEdits(long seed) {
        this.random = new Random(seed);
    }

    /** A content without own passages. */
    Content content() {
        NavigableMap<String, Value> fields = new TreeMap<>();
        fields.put("title", new Value.Text(sentence()));
        if (random.nextBoolean()) {
            fields.put("excerpt", new Value.Text(sentence()));
        }
        fields.put("tags", new Value.Terms(new TreeSet<>(List.of(word(), word(), word()))));
        List<Passage> body = new ArrayList<>();
        int sections = random.nextInt(7);
        for (int i = 0; i < sections; i++) {
            body.add(Passage.of(new SectionId("s" + i), section()));
        }
        return new Content(fields, body);
    }

    /** What a release makes of a content. */
    Content release(Content content, Map<SectionId, SectionId> renames) {
        Content edited = edited(content);
        List<Passage> body = new ArrayList<>(edited.body());
        if (!body.isEmpty() && random.nextInt(4) == 0) {
            int i = random.nextInt(body.size());
            SectionId former = body.get(i).section().orElseThrow();
            if (content.section(former).isPresent()) {
                SectionId renamed = new SectionId("renamed-" + former);
                renames.put(former, renamed);
                body.set(i, Passage.of(renamed, body.get(i).text()));
            }
        }
        return new Content(edited.fields(), body);
    }

    /** What an editor makes of a content. */
    Content local(Content content) {
        Content edited = edited(content);
        List<Passage> body = new ArrayList<>(edited.body());
        for (int i = random.nextInt(4); i > 0; i--) {
            body.add(random.nextInt(body.size() + 1), Passage.own(markup(freshWord())));
        }
        return new Content(edited.fields(), body);
    }

    /** A person's choices at open steps, none at some. */
    Map<Place, Choice> choices(List<Step> steps) {
        Map<Place, Choice> choices = new HashMap<>();
        for (Step step : steps) {
            if (step.outcome().isOpen()) {
                choice(step).ifPresent(choice -> choices.put(step.place(), choice));
            }
        }
        return choices;
    }

    private Optional<Choice> choice(Step step) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(new Choice.KeepLocal());
            case 1 -> Optional.of(new Choice.TakeRelease());
            case 2 ->
                    Optional.of(
                            new Choice.Write(
                                    step.outcome() instanceof Outcome.Proposed proposed
                                            ? proposed.text()
                                            : freshWord()));
            default -> Optional.empty();
        };
    }

    private Content edited(Content content) {
        NavigableMap<String, Value> fields = new TreeMap<>(content.fields());
        List<Passage> body = new ArrayList<>(content.body());
        for (int i = random.nextInt(6); i > 0; i--) {
            edit(fields, body);
        }
        return new Content(fields, body);
    }

    private void edit(NavigableMap<String, Value> fields, List<Passage> body) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            fields.computeIfPresent("title", (name, value) -> edited(value));
        } else if (kind == 1) {
            fields.put(
                    "tags", edited(fields.getOrDefault("tags", new Value.Terms(new TreeSet<>()))));
        } else if (kind == 2) {
            fields.remove(List.of("tags", "excerpt").get(random.nextInt(2)));
        } else if (kind == 3) {
            fields.put("excerpt", new Value.Text(freshWord()));
        } else if (kind == 4) {
            String id = "added-" + random.nextInt(2);
            if (body.stream().noneMatch(p -> p.section().equals(SectionId.parse(id)))) {
                body.add(
                        random.nextInt(body.size() + 1),
                        Passage.of(new SectionId(id), markup(freshWord())));
            }
        } else if (!body.isEmpty()) {
            int i = random.nextInt(body.size());
            if (kind == 5) {
                body.remove(i);
            } else if (kind == 6) {
                body.add(random.nextInt(body.size()), body.remove(i));
            } else {
                body.set(i, new Passage(body.get(i).section(), edited(body.get(i).text())));
            }
        }
    }

    private Value edited(Value value) {
        if (value instanceof Value.Text text) {
            return new Value.Text(edited(text.text()));
        }
        TreeSet<String> terms = new TreeSet<>(((Value.Terms) value).terms());
        if (random.nextBoolean()) {
            terms.pollFirst();
        } else {
            terms.add(freshWord());
        }
        return new Value.Terms(terms);
    }

    /** One word added, replaced or taken away, between the marks. */
    private String edited(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        int i = 1 + random.nextInt(Math.max(1, words.size() - 2));
        switch (random.nextInt(3)) {
            case 0 -> words.add(Math.min(i, words.size()), freshWord());
            case 1 -> words.set(Math.min(i, words.size() - 1), freshWord());
            default -> {
                if (i < words.size() - 1 && !words.get(i).contains("<")) {
                    words.remove(i);
                }
            }
        }
        return String.join(" ", words);
    }

    private String section() {
        List<String> sentences = new ArrayList<>(Collections.nCopies(1 + random.nextInt(3), ""));
        sentences.replaceAll(unused -> sentence());
        return markup(String.join(" </p> <p> ", sentences));
    }

    private static String markup(String text) {
        return "<!-- wp:paragraph --> <p> " + text + " </p> <!-- /wp:paragraph -->";
    }

    private String sentence() {
        List<String> words = new ArrayList<>();
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            words.add(word());
        }
        return String.join(" ", words);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String freshWord() {
        return "fresh" + fresh++;
    }
}
