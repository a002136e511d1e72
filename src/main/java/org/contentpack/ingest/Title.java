package org.contentpack.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.manifest.wording.Token;

/** Finds an article's title, takes it out of the text, and tells what is odd about it. */
final class Title {

    /** Longest title of an article in characters. */
    static final int MAX_LENGTH = 120;

    private static final Pattern COUNTER = Pattern.compile("^(.*\\S)\\s(\\d{1,2})$");

    private final RawArticle article;
    private final Findings findings;

    Title(RawArticle article, Findings findings) {
        this.article = article;
        this.findings = findings;
    }

    /**
     * The title as the draft has it.
     *
     * @param printed as the source has it
     */
    record Found(Said printed, String text) {}

    Optional<Found> settle() {
        Optional<Said> printed =
                article.said(Fact.TITLE).or(this::firstHeading).or(this::boldFirstLine);
        if (printed.isEmpty()) {
            findings.add(IngestRule.ING_010, article.position());
            return Optional.empty();
        }
        Said title = printed.get();
        takeOut(title);
        String text = withoutCounter(title);
        int first = text.codePointAt(0);
        if (Character.isLowerCase(first)) {
            findings.add(IngestRule.ING_013, title.position(), text);
        }
        if (text.length() > MAX_LENGTH) {
            findings.add(IngestRule.ING_014, title.position(), text.length(), MAX_LENGTH);
        }
        return Optional.of(new Found(title, text));
    }

    private Optional<Said> firstHeading() {
        return Blocks.all(article.body(), Heading.class).stream()
                .filter(h -> h.getLevel() == 1)
                .findFirst()
                .map(h -> new Said(Blocks.plain(h), findings.at(Blocks.index(h))));
    }

    private Optional<Said> boldFirstLine() {
        return Optional.ofNullable(article.body().getFirstChild())
                .filter(BodyText::isBoldLine)
                .map(
                        line -> {
                            Said title =
                                    new Said(Blocks.plain(line), findings.at(Blocks.index(line)));
                            findings.add(IngestRule.ING_023, title.position(), title.text());
                            return title;
                        });
    }

    /** Where it stands first, however often, and where it is a heading of the first level. */
    private void takeOut(Said title) {
        int count = 0;
        boolean isFirst = true;
        for (Node block : Blocks.children(article.body())) {
            boolean isTitle = isLeaf(block) && same(Blocks.plain(block), title.text());
            boolean isTop = block instanceof Heading heading && heading.getLevel() == 1;
            if (isTitle && (isFirst || isTop)) {
                if (++count == 2) {
                    findings.add(IngestRule.ING_011, Blocks.index(block), count, title.text());
                }
                block.unlink();
            } else {
                isFirst = false;
            }
        }
    }

    private static boolean isLeaf(Node block) {
        return block instanceof Heading || block instanceof Paragraph;
    }

    /** A number at the end is left out only where the source says the same without it. */
    private String withoutCounter(Said title) {
        Matcher counter = COUNTER.matcher(title.text());
        if (!counter.matches()) {
            return title.text();
        }
        String rest = counter.group(1);
        Optional<String> same = others().stream().filter(other -> same(other, rest)).findFirst();
        same.ifPresent(
                other ->
                        findings.add(
                                IngestRule.ING_012, title.position(), counter.group(2), other));
        return same.isPresent() ? rest : title.text();
    }

    private List<String> others() {
        return Blocks.all(article.body(), Node.class).stream()
                .filter(node -> isLeaf(node) || node instanceof Blocks.Picture)
                .map(node -> node instanceof Blocks.Picture p ? p.alt : Blocks.plain(node))
                .filter(text -> text.length() <= 2 * MAX_LENGTH)
                .toList();
    }

    /** Equal but for case and punctuation. */
    static boolean same(String one, String other) {
        return Math.abs(one.length() - other.length()) < 10
                && words(one).equals(words(other))
                && !words(one).isEmpty();
    }

    private static List<String> words(String text) {
        return Token.of(text).stream().map(Token::word).toList();
    }
}
