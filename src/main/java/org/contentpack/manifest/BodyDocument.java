package org.contentpack.manifest;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Position;
import org.contentpack.pack.Digest;

/**
 * What an article's Markdown spells below the front matter. All positions are those in the file.
 *
 * @param sections in order, the text before the first {@code ##} being the first, with the id
 *     {@code intro}; empty only where there is no body at all
 */
public record BodyDocument(List<SectionDocument> sections) {

    public BodyDocument {
        sections = List.copyOf(sections);
    }

    /**
     * One section.
     *
     * @param id as written; {@code intro} for the first; empty where the heading gives none
     * @param kinds the words after a dot in the heading's attributes, as written
     * @param cites ids in {@code cites="…"}, as written
     * @param heading its text without attributes; empty for the first
     * @param markdown everything below the heading line
     * @param digest of the section's bytes in the file, the heading line included
     * @param position of the heading, or where the body begins
     */
    public record SectionDocument(
            Optional<String> id,
            List<String> kinds,
            List<String> cites,
            Optional<String> heading,
            String markdown,
            Digest digest,
            Position position,
            List<CautionDocument> cautions,
            List<ListItemDocument> listItems,
            List<LinkDocument> links,
            List<ImageDocument> images,
            List<HeadingDocument> headings,
            List<ParagraphDocument> paragraphs) {
        public SectionDocument {
            kinds = List.copyOf(kinds);
            cites = List.copyOf(cites);
            cautions = List.copyOf(cautions);
            listItems = List.copyOf(listItems);
            links = List.copyOf(links);
            images = List.copyOf(images);
            headings = List.copyOf(headings);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A block quote that begins with {@code {not-for …}}.
     *
     * @param markdown its text without the marker and without the {@code >} of each line
     */
    public record CautionDocument(
            String markdown, List<String> cites, Optional<String> basis, Position position) {
        public CautionDocument {
            cites = List.copyOf(cites);
        }
    }

    /**
     * One item of a list directly in the section, not of a list within a list.
     *
     * @param marker the word in {@code {…}} at its start, as written; empty where there is none
     * @param markdown its text without the marker
     */
    public record ListItemDocument(Optional<String> marker, String markdown, Position position) {}

    /** A link or autolink: where it leads, as written, and its plain text. */
    public record LinkDocument(String destination, String text, Position position) {}

    /** An image: where its file stands, as written, and its plain alternative text. */
    public record ImageDocument(
            String destination, String alt, Optional<String> title, Position position) {}

    /** A heading within the section: its level, 3 or deeper, and its plain text. */
    public record HeadingDocument(int level, String text, Position position) {}

    /**
     * What a reader sees of one paragraph, that of a list item or quote too, without a marker.
     *
     * @param text a line feed stands where a line ends in the file
     * @param isCaution true where it is part of a caution
     * @param position where the paragraph begins, or the line on which its marker ends
     */
    public record ParagraphDocument(String text, boolean isCaution, Position position) {

        /** The place of a character of the text: its line, and the column only on the first. */
        public Position at(int index) {
            int lines = (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
            return lines == 0 ? position : new Position(position.line() + lines, 1);
        }
    }
}
