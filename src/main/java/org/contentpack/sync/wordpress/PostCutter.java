package org.contentpack.sync.wordpress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.wordpress.PostBody.Piece;

/** Takes the text of one post apart, once. */
final class PostCutter {

    private final String raw;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<SectionId> seen = new HashSet<>();

    /** Blocks that are open, sections and what is in them included. */
    private int depth;

    /** Where the piece begins that is not cut yet. */
    private int start;

    private Optional<SectionId> section = Optional.empty();

    /** At which depth the section ends. */
    private int sectionDepth;

    PostCutter(String raw) {
        this.raw = raw;
    }

    List<Piece> pieces() {
        for (Optional<BlockDelimiter> next = BlockDelimiter.next(raw, 0);
                next.isPresent();
                next = BlockDelimiter.next(raw, next.get().end())) {
            at(next.get());
        }
        cut(raw.length());
        return List.copyOf(pieces);
    }

    private void at(BlockDelimiter delimiter) {
        Optional<SectionId> begins =
                section.isPresent()
                        ? Optional.empty()
                        : PostBody.section(delimiter).filter(id -> !seen.contains(id));
        if (begins.isPresent() || (depth == 0 && !delimiter.closes())) {
            cut(delimiter.start());
        }
        if (begins.isPresent()) {
            section = begins;
            sectionDepth = depth;
            seen.add(begins.get());
        }
        if (!delimiter.isAlone()) {
            depth = Math.max(0, depth + (delimiter.closes() ? -1 : 1));
        }
        if (depth == 0 || (section.isPresent() && depth == sectionDepth)) {
            cut(delimiter.end());
        }
    }

    private void cut(int end) {
        String text = raw.substring(start, end).strip();
        if (!text.isEmpty()) {
            pieces.add(new Piece(section, text));
        }
        section = Optional.empty();
        start = end;
    }
}
