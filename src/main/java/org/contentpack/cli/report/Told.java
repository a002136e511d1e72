package org.contentpack.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Position;
import org.contentpack.pack.Digest;

/**
 * One finding with all that any format says of it.
 *
 * @param path of the file, as the caller may open it
 * @param reason why it is exempted; empty where it counts
 * @param fingerprint stays the same where lines above are added or removed
 */
record Told(
        String path,
        Finding finding,
        Optional<MarkedLine> marked,
        Optional<String> reason,
        String fingerprint) {

    /** All findings of the packs in order, those that are exempted behind the others. */
    static List<Told> of(List<PackReport> packs) {
        List<Told> told = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (PackReport pack : packs) {
            SourceTexts texts = new ReadOnce(pack.texts());
            for (Finding finding : pack.report().findings()) {
                told.add(of(pack, finding, Optional.empty(), texts, seen));
            }
            for (PackReport.Exempted exempted : pack.exempted()) {
                told.add(of(pack, exempted.finding(), Optional.of(exempted.reason()), texts, seen));
            }
        }
        return told;
    }

    private static Told of(
            PackReport pack,
            Finding finding,
            Optional<String> reason,
            SourceTexts texts,
            Map<String, Integer> seen) {
        Optional<MarkedLine> marked = MarkedLine.of(finding, texts);
        String path = pack.path(finding.location().file());
        String subject =
                String.join(
                        "\n",
                        path,
                        finding.rule().code(),
                        marked.map(Told::beginning).orElse(""),
                        String.join("\u0000", finding.arguments()));
        int count = seen.merge(subject, 1, Integer::sum);
        return new Told(
                path,
                finding,
                marked,
                reason,
                Digest.of((subject + "\n" + count).getBytes(UTF_8)).hex());
    }

    /** Of a line that may be as long as the file. */
    private static String beginning(MarkedLine marked) {
        return marked.near(Finding.MAX_ARGUMENT).line().strip();
    }

    Optional<Position> position() {
        return finding.location().position();
    }

    /** {@code pack.yaml:3:1}, as editors and terminals open it. */
    String place() {
        return path + position().map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }

    /** Keeps the file that was read last: findings come in the order of their files. */
    private static final class ReadOnce implements SourceTexts {

        private final SourceTexts texts;
        private String file = "";
        private Optional<List<String>> lines = Optional.empty();

        ReadOnce(SourceTexts texts) {
            this.texts = texts;
        }

        @Override
        public Optional<List<String>> lines(String asked) {
            if (!asked.equals(file)) {
                lines = texts.lines(asked);
                file = asked;
            }
            return lines;
        }
    }
}
