package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Document;
import org.contentpack.finding.Position;

/**
 * An article as a reader of one format gives it: blocks in the order of the source, each with its
 * place, and facts that stand beside them. Changed step by step until it is a draft; for one
 * thread.
 */
final class RawArticle {

    private final Document body;
    private final Position position;
    private final Map<Fact, Said> facts = new EnumMap<>(Fact.class);
    private final List<String> tags = new ArrayList<>();

    /**
     * @param position where in the source the article begins
     */
    RawArticle(Document body, Position position) {
        this.body = body;
        this.position = position;
    }

    Document body() {
        return body;
    }

    Position position() {
        return position;
    }

    Optional<Said> said(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** Takes it where it says something and nothing was said before. */
    void say(Fact fact, String text, Position place) {
        String clean = Characters.line(text);
        if (!clean.isEmpty()) {
            facts.putIfAbsent(fact, new Said(clean, place));
        }
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    void tag(String tag) {
        tags.add(tag);
    }
}
