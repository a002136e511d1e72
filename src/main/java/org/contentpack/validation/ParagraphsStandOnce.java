package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_008;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.Digest;

/** QLT-008: a {@link LongParagraph} stands once in a pack. */
final class ParagraphsStandOnce implements ProseRule {

    private final Map<Digest, Location> first = new HashMap<>();

    @Override
    public void check(Prose prose, Consumer<Finding> found) {
        for (LongParagraph paragraph : LongParagraph.of(prose)) {
            Location before = first.putIfAbsent(paragraph.words(), paragraph.location());
            if (before != null) {
                found.accept(
                        Finding.of(QLT_008, paragraph.location(), before, paragraph.beginning()));
            }
        }
    }
}
