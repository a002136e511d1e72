package org.contentpack.sync.ghost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.http.Json;
import org.jsoup.nodes.Element;

/**
 * The text of a post, its blocks gathered to passages.
 *
 * <p>Ghost's blocks have no room for a name. So every word of ours has the style {@code
 * --contentpack:<section>}: it shows nowhere, the editor keeps it when words beside it are typed,
 * and gives a new paragraph none. A block belongs to the section of its first word with such a
 * style; one without belongs to a section that it stands inside of, and is an editor's own
 * otherwise. A stretch of blocks of a section that was there already is an editor's own too.
 *
 * @param pieces in the order of the text
 */
record Blocks(List<Piece> pieces) {

    private static final String STYLE = "--contentpack:";

    private static final Pattern MARK =
            Pattern.compile("--contentpack:\\s*([a-z][a-z0-9-]{0,99})(?![a-z0-9-])");

    /**
     * A passage.
     *
     * @param blocks as they stand, with what others keep in them
     */
    record Piece(Passage passage, List<JsonNode> blocks) {
        Piece {
            blocks = List.copyOf(blocks);
        }
    }

    Blocks {
        pieces = List.copyOf(pieces);
    }

    /** The style of words of a section. */
    static String style(SectionId section) {
        return STYLE + section;
    }

    /** The blocks of a text as Ghost keeps it; none where it keeps no such text. */
    static List<JsonNode> children(String lexical) {
        List<JsonNode> children = new ArrayList<>();
        try {
            JsonNode json = lexical.isEmpty() ? null : Json.MAPPER.readTree(lexical);
            if (json != null) {
                json.path("root").path("children").forEach(children::add);
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return children;
    }

    /**
     * The passages of a text.
     *
     * @param addresses from the site's to canonical ones
     */
    static Blocks of(List<JsonNode> children, UnaryOperator<String> addresses) {
        List<Optional<SectionId>> sections = sections(children);
        List<Piece> pieces = new ArrayList<>();
        Set<SectionId> seen = new HashSet<>();
        int i = 0;
        while (i < children.size()) {
            Optional<SectionId> section = sections.get(i);
            int end = i + 1;
            while (section.isPresent()
                    && end < children.size()
                    && sections.get(end).equals(section)) {
                end++;
            }
            List<JsonNode> run = children.subList(i, end);
            if (section.filter(seen::add).isPresent()) {
                pieces.add(
                        new Piece(
                                Passage.of(section.get(), LexicalReader.html(run, addresses)),
                                run));
            } else {
                run.forEach(block -> addOwn(pieces, block, addresses));
            }
            i = end;
        }
        return new Blocks(pieces);
    }

    /** An empty line is no passage; it stays with what it stands behind. */
    private static void addOwn(
            List<Piece> pieces, JsonNode block, UnaryOperator<String> addresses) {
        if (LexicalReader.isBlank(block) && !pieces.isEmpty()) {
            Piece last = pieces.remove(pieces.size() - 1);
            List<JsonNode> blocks = new ArrayList<>(last.blocks());
            blocks.add(block);
            pieces.add(new Piece(last.passage(), blocks));
        } else {
            pieces.add(
                    new Piece(
                            Passage.own(LexicalReader.html(List.of(block), addresses)),
                            List.of(block)));
        }
    }

    private static List<Optional<SectionId>> sections(List<JsonNode> children) {
        List<Optional<SectionId>> marks = new ArrayList<>();
        children.forEach(child -> marks.add(mark(child)));
        List<Optional<SectionId>> sections = new ArrayList<>(marks);
        List<Optional<SectionId>> behind = following(marks);
        Optional<SectionId> before = Optional.empty();
        for (int i = 0; i < children.size(); i++) {
            before = marks.get(i).isPresent() ? marks.get(i) : before;
            if (marks.get(i).isEmpty()) {
                Optional<SectionId> after = behind.get(i);
                boolean isBehind = i > 0 && sections.get(i - 1).isPresent();
                if (before.isPresent() && before.equals(after)) {
                    sections.set(i, before);
                } else if (isOurPicture(children.get(i)) && (isBehind || before.isEmpty())) {
                    sections.set(i, isBehind ? sections.get(i - 1) : after);
                }
            }
        }
        // A heading that was typed anew belongs to the text below that has lost its own.
        Set<SectionId> begun = new HashSet<>();
        for (int i = 0; i + 1 < children.size(); i++) {
            Optional<SectionId> below = marks.get(i + 1);
            if (sections.get(i).isEmpty()
                    && LexicalReader.isHeading(children.get(i))
                    && below.filter(section -> !begun.contains(section)).isPresent()
                    && !LexicalReader.isHeading(children.get(i + 1))) {
                sections.set(i, below);
            }
            sections.get(i).ifPresent(begun::add);
        }
        return sections;
    }

    /** For each block, the section that the next block with a name has. */
    private static List<Optional<SectionId>> following(List<Optional<SectionId>> marks) {
        List<Optional<SectionId>> following = new ArrayList<>(marks);
        for (int i = marks.size() - 2; i >= 0; i--) {
            if (following.get(i).isEmpty()) {
                following.set(i, following.get(i + 1));
            }
        }
        return following;
    }

    private static boolean isOurPicture(JsonNode block) {
        return block.path("type").asText("").equals("image")
                && References.picture(block.path("src").asText("")).isPresent();
    }

    /** The section of a block's first word that has one. */
    private static Optional<SectionId> mark(JsonNode node) {
        if (node.has("text")) {
            Matcher mark = MARK.matcher(node.path("style").asText(""));
            return mark.find() ? SectionId.parse(mark.group(1)) : Optional.empty();
        }
        for (JsonNode child : node.path("children")) {
            Optional<SectionId> mark = mark(child);
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    List<Passage> passages() {
        return pieces.stream().map(Piece::passage).toList();
    }

    /** What is none of ours. */
    List<Passage> own() {
        return passages().stream().filter(p -> p.section().isEmpty()).toList();
    }

    boolean isForeign() {
        return pieces.stream().allMatch(piece -> piece.passage().section().isEmpty());
    }

    /**
     * The same text where no word says its section: a heading of ours, with all below it until the
     * next heading that is not smaller, is taken for the section.
     *
     * @param headings the sections by their headings
     */
    Blocks byHeadings(Map<String, SectionId> headings) {
        if (!isForeign()) {
            return this;
        }
        Map<String, SectionId> left = new HashMap<>();
        headings.forEach((heading, section) -> left.put(words(heading), section));
        List<Piece> gathered = new ArrayList<>();
        Optional<SectionId> section = Optional.empty();
        int level = 0;
        for (Piece piece : pieces) {
            JsonNode first = piece.blocks().get(0);
            if (LexicalReader.isHeading(first)) {
                int here = level(first);
                Optional<SectionId> named =
                        Optional.ofNullable(
                                left.remove(
                                        words(LexicalReader.body(piece.passage().text()).text())));
                if (named.isPresent() || here <= level) {
                    section = named;
                    level = named.isPresent() ? here : 0;
                    gathered.add(
                            new Piece(
                                    named.map(id -> Passage.of(id, piece.passage().text()))
                                            .orElse(piece.passage()),
                                    piece.blocks()));
                    continue;
                }
            }
            if (section.isEmpty()) {
                gathered.add(piece);
            } else {
                Piece last = gathered.remove(gathered.size() - 1);
                List<JsonNode> blocks = new ArrayList<>(last.blocks());
                blocks.addAll(piece.blocks());
                gathered.add(
                        new Piece(
                                Passage.of(
                                        section.get(),
                                        last.passage().text() + piece.passage().text()),
                                blocks));
            }
        }
        return new Blocks(gathered);
    }

    private static int level(JsonNode heading) {
        String tag = heading.path("tag").asText("");
        return tag.matches("h[1-6]") ? tag.charAt(1) - '0' : 2;
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** The headings with which sections of a content begin, by section. */
    static Map<SectionId, String> headings(Content content) {
        Map<SectionId, String> headings = new LinkedHashMap<>();
        for (Passage passage : content.body()) {
            Element first = LexicalReader.body(passage.text()).firstElementChild();
            if (passage.section().isPresent() && first != null && first.tagName().equals("h2")) {
                headings.put(passage.section().get(), first.text());
            }
        }
        return headings;
    }

    /**
     * A canonical body as Ghost keeps a text. What stands there already and is to stay is written
     * as it stands.
     *
     * @param addresses from canonical ones to the site's
     */
    ObjectNode written(Content content, UnaryOperator<String> addresses) {
        List<Piece> standing = new ArrayList<>(pieces);
        ArrayNode children = Json.MAPPER.createArrayNode();
        for (Passage passage : content.body()) {
            Optional<Piece> same = taken(standing, passage);
            children.addAll(
                    same.map(Piece::blocks).orElseGet(() -> sized(blocks(passage, addresses))));
        }
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.putObject("root")
                .put("type", "root")
                .put("version", 1)
                .putNull("direction")
                .put("format", "")
                .put("indent", 0)
                .set("children", children);
        return root;
    }

    /** The piece that is this passage already; each once. */
    private static Optional<Piece> taken(List<Piece> standing, Passage passage) {
        for (int i = 0; i < standing.size(); i++) {
            Piece piece = standing.get(i);
            boolean isMarked = passage.section().isEmpty() || isMarked(piece);
            if (isMarked && piece.passage().equals(passage)) {
                return Optional.of(standing.remove(i));
            }
        }
        return Optional.empty();
    }

    /** A section that was found by its heading alone is written with its name. */
    private static boolean isMarked(Piece piece) {
        return piece.blocks().stream().anyMatch(block -> mark(block).isPresent());
    }

    /**
     * Blocks of a passage. Where a section begins or ends with one that has no words, an empty line
     * of the section stands there, so that it is found again whole; a picture of ours at its end
     * needs none.
     */
    private static List<JsonNode> blocks(Passage passage, UnaryOperator<String> addresses) {
        if (passage.section().isEmpty()) {
            return LexicalWriter.again(passage.text(), "", addresses);
        }
        String style = style(passage.section().get());
        List<JsonNode> blocks =
                new ArrayList<>(LexicalWriter.again(passage.text(), style, addresses));
        if (blocks.isEmpty() || mark(blocks.get(0)).isEmpty()) {
            blocks.add(0, LexicalWriter.emptyLine(style));
        }
        if (isMute(blocks.get(blocks.size() - 1))) {
            blocks.add(LexicalWriter.emptyLine(style));
        }
        return blocks;
    }

    private static boolean isMute(JsonNode block) {
        return mark(block).isEmpty() && !isOurPicture(block);
    }

    /** Pictures keep the sizes that the editor measured. */
    private List<JsonNode> sized(List<JsonNode> blocks) {
        for (JsonNode block : blocks) {
            if (block.path("type").asText("").equals("image")) {
                pieces.stream()
                        .flatMap(piece -> piece.blocks().stream())
                        .filter(there -> there.path("src").equals(block.path("src")))
                        .filter(there -> there.path("width").isNumber())
                        .findFirst()
                        .ifPresent(
                                there ->
                                        ((ObjectNode) block)
                                                .put("width", there.path("width").asInt())
                                                .put("height", there.path("height").asInt()));
            }
        }
        return blocks;
    }
}
