package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Severity;
import org.contentpack.ingest.IngestResult.Drafted;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.wording.Token;
import org.contentpack.pack.FilePath;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.PreviousReleases;

/** What is asked of every draft, whatever it was made of. */
final class Drafts {

    private static final PackValidation VALIDATION =
            new PackValidation(
                    new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT),
                    PackRules.builtIn());

    private Drafts() {}

    static Drafted drafted(IngestResult result) {
        assertThat(result).isInstanceOf(Drafted.class);
        return (Drafted) result;
    }

    /** {@code ING-011 2:1}, in the order of the report. */
    static List<String> codesAndPlaces(Report report) {
        return report.findings().stream()
                .map(
                        f ->
                                f.rule().code()
                                        + " "
                                        + f.location().position().orElseThrow().line()
                                        + ":"
                                        + f.location().position().orElseThrow().column())
                .toList();
    }

    /** Codes of what is told of a text, of one group of rules only. */
    static List<String> codesAndPlaces(String fileName, String text, IngestRule... rules) {
        Report report =
                new Ingest(IngestOptions.NONE).ingest(fileName, text.getBytes(UTF_8)).report();
        Set<String> codes = new HashSet<>();
        for (IngestRule rule : rules) {
            codes.add(rule.code());
        }
        return codesAndPlaces(report).stream()
                .filter(f -> codes.contains(f.substring(0, f.indexOf(' '))))
                .toList();
    }

    static Report validate(PackDraft draft) throws IOException {
        InMemoryPackFiles files = new InMemoryPackFiles();
        draft.files().forEach((path, text) -> files.with(path.value(), text.getBytes(UTF_8)));
        return VALIDATION.validate(files, List.of(), PreviousReleases.NONE).report();
    }

    /**
     * The rules for packs find in the draft exactly what the findings about the source say that
     * they will: nothing else, and something for each error. How the source is worded (QLT) is not
     * the draft's doing.
     */
    static void validatesButForWhatIsToBeDecided(Drafted drafted) throws IOException {
        List<Finding> left = validate(drafted.draft()).findings();
        Set<String> found = new TreeSet<>();
        left.stream()
                .map(f -> f.rule().code())
                .filter(code -> !code.startsWith("QLT-"))
                .forEach(found::add);
        Set<String> announced = new TreeSet<>();
        for (Finding finding : drafted.report().findings()) {
            IngestRule rule = (IngestRule) finding.rule();
            List<String> leaves = rule.leaves().stream().map(r -> r.code()).toList();
            announced.addAll(leaves);
            if (!leaves.isEmpty()) {
                assertThat(leaves).as(finding.toString()).anyMatch(found::contains);
            }
            assertThat(rule.severity() == Severity.ERROR)
                    .as(finding.toString())
                    .isEqualTo(
                            rule.leaves().stream().anyMatch(r -> r.severity() == Severity.ERROR));
        }
        assertThat(announced).as(left.toString()).containsAll(found);
    }

    /**
     * Each word of the texts stands in the source, and at least as often, but for the names of a
     * table's columns, which each of its rows has.
     */
    static void hasNoWordOfItsOwn(Drafted drafted, String source) {
        Map<String, Integer> words = count(source);
        // Tags may stand inside a word.
        count(source.replaceAll("<[^>]*>", ""))
                .forEach((word, n) -> words.merge(word, n, Math::max));
        boolean hasTable =
                drafted.report().findings().stream().anyMatch(f -> f.rule() == IngestRule.ING_025);
        Map<String, Integer> more = new TreeMap<>();
        Map<String, Integer> used = new HashMap<>();
        for (Map.Entry<FilePath, String> file : drafted.draft().files().entrySet()) {
            if (file.getKey().isIn("articles")) {
                String markdown = file.getValue().split("(?m)^---$", 3)[2];
                count(words(markdown)).forEach((word, n) -> used.merge(word, n, Integer::sum));
            }
        }
        used.forEach(
                (word, n) -> {
                    if ((hasTable ? 1 : n) > words.getOrDefault(word, 0)) {
                        more.put(word, n);
                    }
                });
        assertThat(more).isEmpty();
    }

    /** What a reader sees, without addresses and attributes, and without marked words. */
    private static String words(String markdown) {
        String text = markdown.replaceAll("(?m) \\{#[^}]*}$", "").replaceAll("⟦[^⟧]*⟧", "");
        Node document = Parser.builder().build().parse(text);
        StringBuilder joined = new StringBuilder();
        for (Node node : Blocks.all(document, Node.class)) {
            if (node instanceof Text t) {
                joined.append(t.getLiteral());
            } else if (node instanceof Code code) {
                joined.append(code.getLiteral());
            } else if (node instanceof FencedCodeBlock code) {
                joined.append(code.getLiteral());
            } else if (node instanceof Block || node instanceof HardLineBreak) {
                joined.append(' ');
            }
        }
        return joined.toString();
    }

    private static Map<String, Integer> count(String text) {
        Map<String, Integer> count = new HashMap<>();
        String read = org.jsoup.parser.Parser.unescapeEntities(text, false);
        for (Token token : Token.of(Normalizer.normalize(read, Normalizer.Form.NFC))) {
            count.merge(token.word().toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return count;
    }
}
