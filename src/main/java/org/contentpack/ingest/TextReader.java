package org.contentpack.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Reads plain text by what it shows: blank lines between blocks, lines that stand alone and do not
 * end as sentences do, bullets and numbers, indents. More blank lines than elsewhere before a
 * paragraph are taken for a heading that was lost. For one text.
 */
final class TextReader {

    private static final Pattern ITEM =
            Pattern.compile("^([ \\t]*+)(?:[•·▪▫◦‣●○*–-]|(\\d{1,3})[.)])[ \\t]++(?=\\S)");

    /** Longest heading in characters. */
    private static final int MAX_HEADING = 100;

    /** Longest title that a first line is taken for. */
    private static final int MAX_TITLE = 150;

    /** Widths between which a block is taken for one that was broken into lines. */
    private static final int MIN_WIDTH = 50;

    private static final int MAX_WIDTH = 130;

    private final List<Group> groups;
    private final int usualBlanks;
    private final Document body = new Document();

    /**
     * A line without its end.
     *
     * @param index of its first character in the text
     */
    private record Line(String text, int index) {

        boolean isBlank() {
            return text.isBlank();
        }
    }

    /**
     * Lines without a blank one between them.
     *
     * @param blanks how many blank lines stand before them
     */
    private record Group(List<Line> lines, int blanks) {}

    private TextReader(String text) {
        this.groups = groups(text);
        this.usualBlanks = usual(groups);
    }

    static Document read(String text) {
        TextReader reader = new TextReader(text);
        for (int i = 0; i < reader.groups.size(); i++) {
            reader.group(i);
        }
        reader.removeUnlikelyLosses();
        return reader.body;
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        int blanks = 0;
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Line line = new Line(text.substring(start, end), start);
            if (!line.isBlank()) {
                open.add(line);
            } else if (open.isEmpty()) {
                blanks++;
            } else {
                groups.add(new Group(List.copyOf(open), blanks));
                open.clear();
                blanks = 1;
            }
            start = end + 1;
        }
        if (!open.isEmpty()) {
            groups.add(new Group(List.copyOf(open), blanks));
        }
        return groups;
    }

    private static int usual(List<Group> groups) {
        Map<Integer, Integer> counts = new HashMap<>();
        groups.stream().skip(1).forEach(g -> counts.merge(g.blanks(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    private void group(int number) {
        Group group = groups.get(number);
        if (isItem(group) && !isNumberedHeading(number)) {
            items(group);
            return;
        }
        boolean isWrapped = isWrapped(group);
        boolean isAlone = group.lines().size() == 1;
        if (number == 0 && !isWrapped && isTitle(group.lines().get(0))) {
            heading(1, group.lines().get(0));
            rest(group, 1);
        } else if (isAlone && isHeading(group.lines().get(0)) && number + 1 < groups.size()) {
            heading(2, group.lines().get(0));
        } else {
            if (group.blanks() > usualBlanks && body.getLastChild() instanceof Paragraph) {
                body.appendChild(Blocks.at(new Blocks.LostHeading(), index(group.lines().get(0))));
            }
            if (isWrapped) {
                paragraph(group.lines());
            } else {
                rest(group, 0);
            }
        }
    }

    private static boolean isItem(Group group) {
        return ITEM.matcher(group.lines().get(0).text()).find();
    }

    /** One numbered line that ends as no sentence does, with a text of its own behind it. */
    private boolean isNumberedHeading(int number) {
        List<Line> lines = groups.get(number).lines();
        Matcher item = ITEM.matcher(lines.get(0).text());
        return lines.size() == 1
                && item.find()
                && item.group(2) != null
                && isHeading(lines.get(0))
                && number + 1 < groups.size()
                && !isItem(groups.get(number + 1));
    }

    /** Each line as a block of its own, up to a list that begins without a blank line. */
    private void rest(Group group, int from) {
        for (int i = from; i < group.lines().size(); i++) {
            if (ITEM.matcher(group.lines().get(i).text()).find()) {
                items(new Group(group.lines().subList(i, group.lines().size()), 0));
                return;
            }
            paragraph(group.lines().subList(i, i + 1));
        }
    }

    /** A gap says something only in a text that has headings. */
    private void removeUnlikelyLosses() {
        long headings =
                Blocks.children(body).stream()
                        .filter(b -> b instanceof Heading h && h.getLevel() == 2)
                        .count();
        if (headings < 2) {
            Blocks.all(body, Blocks.LostHeading.class).forEach(Node::unlink);
        }
    }

    /**
     * True where the lines look as if one text was broken at a width: each is as full as the next
     * word lets it be.
     */
    private static boolean isWrapped(Group group) {
        List<Line> lines = group.lines();
        int width = lines.stream().mapToInt(l -> l.text().strip().length()).max().orElse(0);
        if (lines.size() < 2 || width < MIN_WIDTH || width > MAX_WIDTH) {
            return false;
        }
        for (int i = 0; i + 1 < lines.size(); i++) {
            String next = lines.get(i + 1).text().strip();
            int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
            if (lines.get(i).text().strip().length() + 1 + word < width - 10) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTitle(Line line) {
        return line.text().strip().length() <= MAX_TITLE && !endsAsSentence(line);
    }

    private static boolean isHeading(Line line) {
        return line.text().strip().length() <= MAX_HEADING && !endsAsSentence(line);
    }

    /** A question may be a heading. */
    private static boolean endsAsSentence(Line line) {
        String text = line.text().strip();
        return ".,;:!…。،؛".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static int index(Line line) {
        return line.index() + line.text().length() - line.text().stripLeading().length();
    }

    private void heading(int level, Line line) {
        Node heading = Blocks.heading(level, index(line));
        String text = line.text().strip().replaceFirst("^#{1,6}\\s++", "");
        heading.appendChild(
                Blocks.text(
                        Characters.line(text),
                        index(line) + line.text().strip().length() - text.length()));
        body.appendChild(heading);
    }

    private void paragraph(List<Line> lines) {
        body.appendChild(paragraphOf(lines));
    }

    private static Paragraph paragraphOf(List<Line> lines) {
        Paragraph paragraph = Blocks.at(new Paragraph(), index(lines.get(0)));
        for (Line line : lines) {
            if (!Blocks.isEmpty(paragraph)) {
                paragraph.appendChild(new Text(" "));
            }
            paragraph.appendChild(Blocks.text(Characters.line(line.text()), index(line)));
        }
        return paragraph;
    }

    /** Items by their bullets; one that stands further in is part of the one before. */
    private void items(Group group) {
        Deque<Level> levels = new ArrayDeque<>();
        List<Line> open = new ArrayList<>();
        for (Line line : group.lines()) {
            Matcher item = ITEM.matcher(line.text());
            if (item.find()) {
                close(levels, open);
                begin(levels, item, line);
                open.add(new Line(line.text().substring(item.end()), line.index() + item.end()));
            } else {
                open.add(line);
            }
        }
        close(levels, open);
        levels.forEach(level -> Blocks.tighten(level.list));
    }

    /** A list that is open, and how far in its items stand. */
    private record Level(ListBlock list, int indent) {}

    private void begin(Deque<Level> levels, Matcher item, Line line) {
        int indent = item.group(1).replace("\t", "    ").length();
        while (!levels.isEmpty() && levels.getFirst().indent > indent) {
            Blocks.tighten(levels.pop().list);
        }
        if (levels.isEmpty()
                || (indent > levels.getFirst().indent + 1
                        && levels.size() < HtmlReader.MAX_DEPTH)) {
            int number = item.group(2) == null ? 0 : Math.max(1, Integer.parseInt(item.group(2)));
            Node parent = levels.isEmpty() ? body : levels.getFirst().list.getLastChild();
            Level level = new Level(Blocks.list(number, index(line)), indent);
            parent.appendChild(level.list);
            levels.push(level);
        }
        levels.getFirst().list.appendChild(Blocks.at(new ListItem(), index(line)));
    }

    private static void close(Deque<Level> levels, List<Line> open) {
        if (!open.isEmpty() && !levels.isEmpty()) {
            levels.getFirst().list.getLastChild().appendChild(paragraphOf(open));
        }
        open.clear();
    }
}
