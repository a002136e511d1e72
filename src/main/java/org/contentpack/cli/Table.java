package org.contentpack.cli;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.cli.remote.Plain;

/** Rows with their columns below each other; the last column takes what is left. For one thread. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** As many texts in each row; what a terminal obeys is taken out. */
    void row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Plain.text(cell));
        }
        rows.add(List.copyOf(row));
    }

    /** Every line behind the same blanks. */
    void print(Terminal terminal, String indent) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(width(i) - length(row.get(i)) + 2));
                }
            }
            terminal.out().println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
