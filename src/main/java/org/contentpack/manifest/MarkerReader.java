package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Position;
import org.contentpack.manifest.BodyDocument.CautionDocument;
import org.contentpack.manifest.BodyDocument.ListItemDocument;
import org.contentpack.pack.Attributes;

/**
 * Reads the words in braces that begin block quotes and list items, and the text behind them. Which
 * words a list item may begin with depends on its section and is a rule's to say.
 */
final class MarkerReader {

    /** The word that makes a block quote a caution. */
    static final String NOT_FOR = "not-for";

    private static final Set<String> CAUTION_KEYS = Set.of("cites", "basis");
    private static final String CAUTION_KNOWN = "cites=\"…\", basis=\"…\"";
    private static final Pattern QUOTE_MARK = Pattern.compile("^ {0,3}> ?");
    private static final Pattern ITEM_MARK =
            Pattern.compile("^\\s*+(?:[-+*]|[0-9]{1,9}[.)])[ \\t]*+");

    private final MarkdownTree tree;
    private final FileFindings findings;

    MarkerReader(MarkdownTree tree, FileFindings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /** The caution that the block quote is, or empty where it is only a quote. */
    Optional<CautionDocument> caution(BlockQuote quote) {
        Position position = tree.position(quote);
        List<String> lines = new ArrayList<>();
        tree.lines(quote).forEach(line -> lines.add(QUOTE_MARK.matcher(line).replaceFirst("")));
        String text = String.join("\n", lines).strip();
        Optional<Attributes> marker = marker(text, position);
        if (marker.isEmpty()) {
            return Optional.empty();
        }
        Attributes found = marker.get();
        String word = found.word().orElse("");
        if (!word.equals(NOT_FOR)) {
            findings.add(
                    BuiltInRule.ART_071, position, ClosestWord.of(word, NOT_FOR), word, NOT_FOR);
            return Optional.empty();
        }
        checkUnknown(found, CAUTION_KEYS, CAUTION_KNOWN, position);
        return Optional.of(
                new CautionDocument(
                        text.substring(found.end()).strip(),
                        found.list("cites"),
                        found.value("basis"),
                        position));
    }

    ListItemDocument listItem(ListItem item) {
        Position position = tree.position(item);
        String text = text(item);
        Optional<Attributes> marker =
                item.getFirstChild() instanceof Paragraph
                        ? marker(text, position)
                        : Optional.empty();
        marker.ifPresent(found -> checkUnknown(found, Set.of(), "none", position));
        return new ListItemDocument(
                marker.flatMap(Attributes::word),
                marker.map(found -> text.substring(found.end()).strip()).orElse(text),
                position);
    }

    private Optional<Attributes> marker(String text, Position position) {
        Optional<Attributes> marker = Attributes.leading(text);
        if (marker.isEmpty() && Attributes.beginIn(text)) {
            findings.add(BuiltInRule.ART_063, position, text.lines().findFirst().orElse(text));
        }
        return marker;
    }

    private void checkUnknown(Attributes found, Set<String> keys, String known, Position position) {
        List<String> unknown = new ArrayList<>();
        found.ids().forEach(id -> unknown.add("#" + id));
        found.classes().forEach(name -> unknown.add("." + name));
        found.words().stream().skip(1).forEach(unknown::add);
        List<String> written = found.values().stream().map(Attributes.Value::key).toList();
        written.stream().filter(key -> !keys.contains(key)).forEach(unknown::add);
        unknown.forEach(
                name ->
                        findings.add(
                                BuiltInRule.ART_064,
                                position,
                                ClosestWord.of(name, keys),
                                name,
                                known));
        keys.stream()
                .filter(key -> written.stream().filter(key::equals).count() > 1)
                .forEach(key -> findings.add(BuiltInRule.ART_065, position, key));
    }

    /** The item's text without its bullet or number and without the indent that goes with it. */
    private String text(ListItem item) {
        List<String> lines = new ArrayList<>();
        for (String line : tree.lines(item)) {
            lines.add(
                    lines.isEmpty()
                            ? ITEM_MARK.matcher(line).replaceFirst("")
                            : withoutIndent(line, item));
        }
        return String.join("\n", lines).strip();
    }

    private static String withoutIndent(String line, ListItem item) {
        int indent = item.getContentIndent() == null ? 0 : item.getContentIndent();
        int spaces = 0;
        while (spaces < indent && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.substring(spaces);
    }
}
