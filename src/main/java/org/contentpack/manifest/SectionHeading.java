package org.contentpack.manifest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Position;
import org.contentpack.pack.Attributes;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;

/**
 * What the heading of a section says: {@code ## Muscle fatigue {#muscle-fatigue .cause cites="a"}}.
 *
 * @param text plain, without attributes; empty for the text before the first heading
 */
record SectionHeading(
        Optional<String> id, List<String> kinds, List<String> cites, Optional<String> text) {

    /** The heading of the text before the first heading, which has none. */
    static final SectionHeading INTRO =
            new SectionHeading(
                    Optional.of(Section.INTRO.value()), List.of(), List.of(), Optional.empty());

    private static final String CITES = "cites";
    private static final String KNOWN = "an id after #, a kind after a dot, " + CITES + "=\"…\"";
    private static final List<String> KINDS =
            Arrays.stream(SectionKind.values()).map(SectionKind::id).toList();

    /** Attributes are read as they were written: in {@code {#__a__}} nothing is emphasised. */
    static SectionHeading read(Heading heading, MarkdownTree tree, FileFindings findings) {
        String written = tree.inlineSource(heading);
        Optional<Attributes> attributes = Attributes.trailing(written);
        if (attributes.isEmpty()) {
            String plain = MarkdownTree.plainText(heading).strip();
            int brace = written.lastIndexOf('{');
            String open = brace < 0 ? "" : written.substring(brace);
            if (Attributes.beginIn(open) && Attributes.leading(open).isEmpty()) {
                findings.add(BuiltInRule.ART_063, tree.inlinePosition(heading, brace), open);
            } else {
                findings.add(BuiltInRule.ART_066, tree.position(heading), plain, proposed(plain));
            }
            return new SectionHeading(Optional.empty(), List.of(), List.of(), Optional.of(plain));
        }
        Attributes found = attributes.get();
        String text = tree.plainTextBefore(heading, found.start()).strip();
        check(found, tree.inlinePosition(heading, found.start()), findings);
        if (found.id().isEmpty()) {
            findings.add(BuiltInRule.ART_066, tree.position(heading), text, proposed(text));
        }
        return new SectionHeading(
                found.id(), found.classes(), found.list(CITES), Optional.of(text));
    }

    private static void check(Attributes found, Position position, FileFindings findings) {
        found.words().forEach(word -> findings.add(BuiltInRule.ART_064, position, word, KNOWN));
        Set<String> keys = new HashSet<>();
        for (Attributes.Value value : found.values()) {
            if (!value.key().equals(CITES)) {
                findings.add(
                        BuiltInRule.ART_064,
                        position,
                        ClosestWord.of(value.key(), CITES),
                        value.key(),
                        KNOWN);
            } else if (!keys.add(value.key())) {
                findings.add(BuiltInRule.ART_065, position, value.key());
            }
        }
        found.ids().stream()
                .skip(1)
                .forEach(id -> findings.add(BuiltInRule.ART_065, position, "#" + id));
        found.id().ifPresent(id -> checkId(id, position, findings));
        checkKinds(found.classes(), position, findings);
    }

    private static void checkId(String id, Position position, FileFindings findings) {
        if (!SectionId.isSectionId(id)) {
            findings.add(BuiltInRule.ART_067, position, id);
        } else if (id.equals(Section.INTRO.value())) {
            findings.add(BuiltInRule.ART_068, position);
        }
    }

    private static void checkKinds(List<String> kinds, Position position, FileFindings findings) {
        kinds.stream()
                .filter(kind -> SectionKind.parse(kind).isEmpty())
                .forEach(
                        kind ->
                                findings.add(
                                        BuiltInRule.ART_069,
                                        position,
                                        ClosestWord.of(kind, KINDS),
                                        kind,
                                        String.join(", ", KINDS)));
        if (kinds.size() > 1) {
            findings.add(BuiltInRule.ART_070, position, String.join(", ", kinds));
        }
    }

    /** An id made of the heading's words, to begin with. */
    private static String proposed(String text) {
        return SectionId.proposed(text).map(SectionId::value).orElse("section");
    }
}
