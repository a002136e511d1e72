package org.contentpack.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contentpack.cli.report.PackReport.About;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;

/** For people, as compilers of our day tell it: by file, with the line and the part underlined. */
final class TextReport implements ReportWriting {

    @Override
    public void write(List<PackReport> packs, ReportSettings settings, Writer out)
            throws IOException {
        Paint paint = new Paint(settings.colour());
        Map<String, List<Told>> byFile = new LinkedHashMap<>();
        int exempted = 0;
        for (Told told : Told.of(packs)) {
            if (told.reason().isPresent()) {
                exempted++;
            } else {
                byFile.computeIfAbsent(told.path(), p -> new ArrayList<>()).add(told);
            }
        }
        for (Map.Entry<String, List<Told>> file : byFile.entrySet()) {
            List<Finding> findings = file.getValue().stream().map(Told::finding).toList();
            out.write(paint.of(Paint.BOLD, Printable.text(file.getKey())));
            out.write(" (" + Counts.of(findings) + ")\n\n");
            for (Told told : file.getValue()) {
                write(told, settings, paint, out);
            }
        }
        writeEnd(packs, byFile.size(), exempted, paint, out);
    }

    private static void write(Told told, ReportSettings settings, Paint paint, Writer out)
            throws IOException {
        Finding finding = told.finding();
        Severity severity = finding.severity();
        String code = Printable.text(finding.rule().code());
        out.write(paint.of(colour(severity), word(severity) + "[" + code + "]"));
        out.write(paint.of(Paint.BOLD, ": " + Printable.text(finding.message())) + "\n");
        String number = told.marked().map(m -> String.valueOf(m.number())).orElse("");
        String gutter = " ".repeat(number.length());
        out.write(gutter + paint.of(Paint.BLUE, "-->") + " " + Printable.text(told.place()) + "\n");
        if (told.marked().isPresent()) {
            MarkedLine marked = told.marked().get();
            ShownLine shown = ShownLine.of(marked, settings.width() - number.length() - 3);
            String bar = paint.of(Paint.BLUE, "|");
            out.write(gutter + " " + bar + "\n");
            out.write(paint.of(Paint.BLUE, number) + " " + bar + " " + shown.text() + "\n");
            String below =
                    shown.underline()
                            .map(line -> indent(line) + paint.of(colour(severity), line.strip()))
                            .orElseGet(() -> "here: " + Printable.text(marked.shownPart()));
            out.write((gutter + " " + bar + " " + below).stripTrailing() + "\n");
        }
        for (Note note : notes(finding, settings.pages())) {
            out.write(gutter + " " + paint.of(Paint.BLUE, "=") + " ");
            out.write(
                    paint.of(Paint.CYAN, note.word() + ":")
                            + " "
                            + Printable.text(note.text())
                            + "\n");
        }
        out.write("\n");
    }

    /** One line below the text. */
    private record Note(String word, String text) {}

    private static List<Note> notes(Finding finding, RulePages pages) {
        List<Note> notes = new ArrayList<>();
        finding.suggestion()
                .ifPresent(meant -> notes.add(new Note("did you mean", "\"" + meant + "\"?")));
        notes.add(new Note("help", finding.advice()));
        pages.of(finding.rule()).ifPresent(page -> notes.add(new Note("rule", page)));
        return notes;
    }

    private static void writeEnd(
            List<PackReport> packs, int files, int exempted, Paint paint, Writer out)
            throws IOException {
        List<Finding> findings =
                packs.stream().flatMap(p -> p.report().findings().stream()).toList();
        Counts counts = Counts.of(findings);
        int more =
                packs.stream()
                        .mapToInt(p -> p.report().total() - p.report().findings().size())
                        .sum();
        StringBuilder end = new StringBuilder(counts.toString());
        if (!findings.isEmpty()) {
            end.append(" in ").append(Counts.number(files, "file"));
        }
        long looked = packs.stream().filter(p -> p.about() == About.PACK).count();
        if (looked > 1) {
            end.append(", ").append(Counts.number(looked, "pack"));
        }
        if (more > 0) {
            end.append("; ").append(more).append(" more are not told");
        }
        if (exempted > 0) {
            end.append("; ").append(exempted).append(" exempted with reasons");
        }
        String colour =
                findings.isEmpty()
                        ? "1;32"
                        : findings.stream()
                                .map(Finding::severity)
                                .min(Severity::compareTo)
                                .map(TextReport::colour)
                                .orElse(Paint.BOLD);
        out.write(paint.of(colour, end + ".") + "\n");
    }

    private static String indent(String underline) {
        return " ".repeat(underline.length() - underline.strip().length());
    }

    private static String word(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.id();
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case INFO -> "1;32";
        };
    }
}
