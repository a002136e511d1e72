package org.contentpack.sync.wordpress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.compare.Passage;
import org.contentpack.export.wordpress.BlockText;
import org.contentpack.pack.Article;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.render.BlockMarkup;
import org.jsoup.Jsoup;

/**
 * The text of a post, taken apart into our sections and what editors put beside them. A section is
 * a group that has our classes, at the top or inside blocks of an editor, whose beginnings and ends
 * are then pieces too; one that is there twice is a section once and an editor's copy after that.
 *
 * @param pieces in the order of the text
 */
record PostBody(List<Piece> pieces) {

    private static final Pattern SECTION =
            Pattern.compile(
                    "\"className\":\"[^\"]*\\b"
                            + BlockMarkup.ID_CLASS_PREFIX
                            + "([a-z0-9-]+)(?=[ \"])");

    /** One that is longer is none that an article has. */
    private static final Pattern HEADING =
            Pattern.compile("(?is)<h2\\b[^>]{0,1000}>(.{0,1000}?)</h2>");

    /**
     * One of our sections, one block at the top level, the text between two, or a part of a block
     * that has sections of ours in it.
     *
     * @param section empty for what is an editor's own
     * @param raw byte for byte, without white space around it
     */
    record Piece(Optional<SectionId> section, String raw) {

        Passage passage() {
            return section.map(id -> Passage.of(id, BlockText.canonical(raw)))
                    .orElseGet(() -> Passage.own(raw));
        }
    }

    PostBody {
        pieces = List.copyOf(pieces);
    }

    static PostBody parse(String raw) {
        return new PostBody(new PostCutter(raw).pieces());
    }

    /** The section whose group begins here. */
    static Optional<SectionId> section(BlockDelimiter first) {
        return Optional.of(first)
                .filter(f -> f.name().equals("group") && !f.closes())
                .flatMap(BlockDelimiter::attributes)
                .map(SECTION::matcher)
                .filter(Matcher::find)
                .flatMap(section -> SectionId.parse(section.group(1)));
    }

    List<Passage> passages() {
        return pieces.stream().map(Piece::passage).toList();
    }

    /** What is none of ours. */
    List<Passage> own() {
        return pieces.stream().filter(p -> p.section().isEmpty()).map(Piece::passage).toList();
    }

    /** What stands for a section now, byte for byte. */
    Map<SectionId, String> rawSections() {
        Map<SectionId, String> raw = new HashMap<>();
        pieces.forEach(p -> p.section().ifPresent(id -> raw.put(id, p.raw())));
        return raw;
    }

    /** True where no group of ours is in the text. */
    boolean isForeign() {
        return pieces.stream().noneMatch(p -> p.section().isPresent());
    }

    /**
     * A text that was written without us, with its headings of the second level taken for sections
     * of the article where their words are the same. What belongs to such a heading is put into a
     * group as ours are, so that it is recognised from then on.
     */
    static List<Passage> byHeadings(String raw, Article article) {
        Map<String, Section> byHeading = new HashMap<>();
        for (Section section : article.sections()) {
            section.heading().ifPresent(h -> byHeading.put(words(h), section));
        }
        List<Passage> passages = new ArrayList<>();
        Set<SectionId> seen = new HashSet<>();
        Optional<Section> open = Optional.empty();
        List<String> gathered = new ArrayList<>();
        for (String block : cutAtHeadings(raw)) {
            Matcher heading = HEADING.matcher(block);
            if (heading.find()) {
                flush(passages, open, gathered);
                open =
                        Optional.ofNullable(
                                        byHeading.get(words(Jsoup.parse(heading.group(1)).text())))
                                .filter(section -> seen.add(section.id()));
            }
            gathered.add(block);
        }
        flush(passages, open, gathered);
        return passages;
    }

    private static List<String> cutAtHeadings(String raw) {
        List<String> cut = new ArrayList<>();
        for (Piece piece : parse(raw).pieces()) {
            if (BlockDelimiter.first(piece.raw()).isPresent()) {
                cut.add(piece.raw());
            } else {
                Arrays.stream(piece.raw().split("(?i)(?=<h2\\b)", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .forEach(cut::add);
            }
        }
        return cut;
    }

    private static void flush(
            List<Passage> passages, Optional<Section> section, List<String> gathered) {
        if (gathered.isEmpty()) {
            return;
        }
        if (section.isPresent()) {
            passages.add(
                    Passage.of(
                            section.get().id(),
                            BlockText.canonical(
                                    BlockMarkup.group(
                                            section.get().id(),
                                            section.get().kind(),
                                            section.get().heading().orElseThrow(),
                                            gathered))));
        } else {
            gathered.forEach(text -> passages.add(Passage.own(text)));
        }
        gathered.clear();
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
    }
}
