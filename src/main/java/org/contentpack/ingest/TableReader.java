package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;

/**
 * Turns a table, which a pack cannot hold, into a list: an item for each row, a line for each cell
 * behind the name of its column. For one table.
 */
final class TableReader {

    private final Element table;
    private final ToIntFunction<org.jsoup.nodes.Node> index;

    TableReader(Element table, ToIntFunction<org.jsoup.nodes.Node> index) {
        this.table = table;
        this.index = index;
    }

    /** Empty for a table that only lays out a page: such a one is read as any other block. */
    Optional<ListBlock> list() {
        List<Element> rows = rows();
        boolean isLayout =
                table.attr("role").equals("presentation")
                        || table.selectFirst("table table, h1, h2, h3, h4, ul, ol, img") != null
                        || rows.stream().allMatch(row -> cells(row).size() < 2);
        if (isLayout) {
            return Optional.empty();
        }
        List<String> names = names(rows);
        ListBlock list = Blocks.list(0, index.applyAsInt(table));
        rows.stream()
                .skip(names.isEmpty() ? 0 : 1)
                .filter(row -> !row.text().isBlank())
                .forEach(row -> list.appendChild(item(row, names)));
        Blocks.tighten(list);
        return Optional.of(list).filter(l -> !Blocks.isEmpty(l));
    }

    private List<Element> rows() {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(c -> c.normalName().equals("td") || c.normalName().equals("th"))
                .toList();
    }

    /** Those of the first row, where it has nothing else and no cell spans several. */
    private List<String> names(List<Element> rows) {
        List<Element> first = cells(rows.get(0));
        boolean areNames =
                first.stream().allMatch(c -> c.normalName().equals("th"))
                        && table.selectFirst("[colspan], [rowspan]") == null;
        return areNames ? first.stream().map(c -> Characters.line(c.text())).toList() : List.of();
    }

    private ListItem item(Element row, List<String> names) {
        Paragraph paragraph = Blocks.at(new Paragraph(), index.applyAsInt(row));
        List<Element> cells = cells(row);
        for (int i = 0; i < cells.size(); i++) {
            String words = Characters.line(cells.get(i).text());
            if (words.isEmpty()) {
                continue;
            }
            if (!Blocks.isEmpty(paragraph)) {
                paragraph.appendChild(new HardLineBreak());
            }
            int place = index.applyAsInt(cells.get(i));
            if (i < names.size() && !names.get(i).isEmpty()) {
                StrongEmphasis name = new StrongEmphasis();
                name.appendChild(Blocks.text(names.get(i) + ":", place));
                paragraph.appendChild(name);
                paragraph.appendChild(new Text(" "));
            }
            paragraph.appendChild(Blocks.text(words, place));
        }
        ListItem item = Blocks.at(new ListItem(), index.applyAsInt(row));
        item.appendChild(paragraph);
        return item;
    }
}
