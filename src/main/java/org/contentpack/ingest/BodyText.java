package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.contentpack.manifest.wording.Words.Kind;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.jspecify.annotations.Nullable;

/** Makes sections of an article's blocks and writes them. For one article. */
final class BodyText {

    /** Longest line that is taken for a heading for being bold. */
    private static final int MAX_HEADING = 100;

    private static final int SECTION_LEVEL = 2;

    private static final int DEEPEST_LEVEL = 6;

    private final Document body;
    private final Words words;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>(Set.of(Section.INTRO.value()));
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<Node> sources = Optional.empty();
    private Optional<Node> help = Optional.empty();

    BodyText(Document body, Words words, Findings findings) {
        this.body = body;
        this.words = words;
        this.findings = findings;
    }

    /** The heading of a section that lists sources. */
    Optional<Node> sources() {
        return sources;
    }

    /** The heading of a section that says when to get help. */
    Optional<Node> help() {
        return help;
    }

    /** Before wording is looked at, since cautions belong to sections. */
    void makeSections() {
        boldHeadings();
        lostHeadings();
        levels();
    }

    /** In a text without headings, bold lines of their own are what people used for them. */
    private void boldHeadings() {
        if (!Blocks.all(body, Heading.class).isEmpty()) {
            return;
        }
        for (Node block : Blocks.children(body)) {
            if (isBoldLine(block) && isBody(block.getNext())) {
                findings.add(IngestRule.ING_023, Blocks.index(block), Blocks.plain(block));
                Heading heading = Blocks.heading(SECTION_LEVEL, Blocks.index(block));
                Blocks.move(block.getFirstChild(), heading);
                block.insertBefore(heading);
                block.unlink();
            }
        }
    }

    /** True for a short paragraph that is bold as a whole and does not end as sentences do. */
    static boolean isBoldLine(Node block) {
        String text = block instanceof Paragraph ? Blocks.plain(block) : "";
        return !text.isEmpty()
                && text.length() <= MAX_HEADING
                && ".,;:!".indexOf(text.charAt(text.length() - 1)) < 0
                && block.getFirstChild() instanceof StrongEmphasis
                && block.getFirstChild() == block.getLastChild();
    }

    private static boolean isBody(@Nullable Node block) {
        return block != null && !isBoldLine(block) && !(block instanceof Heading);
    }

    /** One inside a list, before another heading or at the end stands for nothing. */
    private void lostHeadings() {
        for (Blocks.LostHeading lost : Blocks.all(body, Blocks.LostHeading.class)) {
            if (lost.getParent() != body
                    || lost.getNext() == null
                    || lost.getNext() instanceof Heading
                    || lost.getNext() instanceof Blocks.LostHeading) {
                lost.unlink();
            }
        }
    }

    /** The highest level that is used becomes that of sections. */
    private void levels() {
        List<Heading> headings = Blocks.all(body, Heading.class);
        int highest =
                headings.stream()
                        .filter(h -> h.getParent() == body)
                        .mapToInt(Heading::getLevel)
                        .min()
                        .orElse(SECTION_LEVEL);
        for (Heading heading : headings) {
            int lowest = heading.getParent() == body ? SECTION_LEVEL : SECTION_LEVEL + 1;
            int level = heading.getLevel() - highest + SECTION_LEVEL;
            heading.setLevel(Math.max(lowest, Math.min(DEEPEST_LEVEL, level)));
        }
    }

    /** The Markdown of all sections; blocks with one empty line between them. */
    String write() {
        MarkdownWriting writing = new MarkdownWriting();
        boolean hasSections = false;
        for (Node block : Blocks.children(body)) {
            if (block instanceof Heading heading && heading.getLevel() == SECTION_LEVEL) {
                hasSections = true;
                texts.add(writing.block(heading) + " {#" + id(heading) + "}");
                note(heading);
            } else if (block instanceof Blocks.LostHeading) {
                hasSections = true;
                String placeholder = PackDraft.marked("heading");
                texts.add("## " + placeholder);
                findings.add(IngestRule.ING_020, Blocks.index(block), placeholder);
            } else {
                part(block.getPrevious(), block);
                texts.add(writing.block(block));
            }
        }
        if (!hasSections && !texts.isEmpty()) {
            findings.add(IngestRule.ING_021, Blocks.index(body));
        }
        texts.removeIf(String::isEmpty);
        return texts.isEmpty() ? "" : String.join("\n\n", texts) + "\n";
    }

    /** Of two lists in a row, the second has other marks, or they would be one. */
    private static void part(@Nullable Node before, Node block) {
        if (before instanceof BulletList first && block instanceof BulletList second) {
            second.setMarker("*".equals(first.getMarker()) ? "-" : "*");
        } else if (before instanceof OrderedList first && block instanceof OrderedList second) {
            second.setMarkerDelimiter(")".equals(first.getMarkerDelimiter()) ? "." : ")");
        }
    }

    private String id(Heading heading) {
        String text = Blocks.plain(heading);
        Optional<SectionId> proposed = SectionId.proposed(text);
        String id = free(proposed.map(SectionId::value).orElse("section"));
        if (proposed.isEmpty()) {
            findings.add(IngestRule.ING_022, Blocks.index(heading), text, id);
        }
        ids.add(id);
        return id;
    }

    private String free(String proposed) {
        String base =
                proposed.length() <= SectionId.MAX_LENGTH - 6
                        ? proposed
                        : proposed.substring(0, SectionId.MAX_LENGTH - 6).replaceAll("-++$", "");
        String id = proposed;
        while (ids.contains(id)) {
            id = base + "-" + numbers.merge(base, 2, (last, first) -> last + 1);
        }
        return id;
    }

    private void note(Heading heading) {
        List<Token> tokens = Token.of(Blocks.plain(heading));
        if (sources.isEmpty() && words.phrases(Kind.SOURCES_HEADING).areAllOf(tokens)) {
            sources = Optional.of(heading);
        }
        if (help.isEmpty() && words.phrases(Kind.HELP_HEADING).at(tokens, 0).isPresent()) {
            help = Optional.of(heading);
        }
    }
}
