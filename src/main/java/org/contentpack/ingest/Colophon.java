package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.manifest.wording.Phrases;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.contentpack.manifest.wording.Words.Kind;

/**
 * Lines that speak of the text and not of its subject: who wrote it and when, who reviewed it, what
 * it is no substitute for. They become facts and leave the text.
 */
final class Colophon {

    /** How far from the beginning and the end such lines are looked for, in blocks. */
    private static final int REACH = 8;

    private static final int MAX_WORDS = 25;

    /** Longest disclaimer that a pack takes, in characters. */
    private static final int MAX_DISCLAIMER = 2_000;

    /** Two to four words with capitals, with what stands in names in between. */
    private static final Pattern NAME =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}.'’-]*+(?: (?:de|la|del|van|von|der|y|\\p{Lu}[\\p{L}.'’-]*+)){1,3}");

    private static final Pattern NAME_ENDS = Pattern.compile("\\s*+(?:$|[,|–—·(-].*+)");

    private static final Pattern HOST =
            Pattern.compile("(?<![@\\w.-])(?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,10}(?![\\w-])");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private final RawArticle article;
    private final Words words;
    private final Findings findings;
    private boolean hasReviewClaim;
    private String disclaimer = "";

    Colophon(RawArticle article, Words words, Findings findings) {
        this.article = article;
        this.words = words;
        this.findings = findings;
    }

    /** True where the source says that somebody reviewed it. */
    boolean hasReviewClaim() {
        return hasReviewClaim;
    }

    Optional<String> disclaimer() {
        return disclaimer.isEmpty() ? Optional.empty() : Optional.of(disclaimer);
    }

    void takeOut() {
        List<Node> blocks = Blocks.children(article.body());
        for (int i = 0; i < blocks.size(); i++) {
            if (i < REACH || i >= blocks.size() - REACH) {
                line(blocks.get(i), i < REACH);
            }
        }
        authorBox();
        disclaimerBlock();
    }

    private void line(Node block, boolean isAtStart) {
        String text = Blocks.plain(block);
        List<Token> tokens = Token.of(text);
        if (!isLeaf(block) || tokens.isEmpty() || tokens.size() > MAX_WORDS) {
            return;
        }
        if (rest(Kind.REVIEW, text, tokens).isPresent()) {
            hasReviewClaim = true;
            findings.add(IngestRule.ING_082, Blocks.index(block), text);
            block.unlink();
        } else if (rest(Kind.PUBLISHED, text, tokens).filter(Colophon::isDate).isPresent()) {
            date(Fact.PUBLISHED, block, rest(Kind.PUBLISHED, text, tokens).get());
        } else if (rest(Kind.CHANGED, text, tokens).filter(Colophon::isDate).isPresent()) {
            date(Fact.CHANGED, block, rest(Kind.CHANGED, text, tokens).get());
        } else if (isAtStart) {
            rest(Kind.BYLINE, text, tokens)
                    .flatMap(Colophon::nameAlone)
                    .ifPresent(name -> byline(block, text, name));
        }
    }

    private void date(Fact fact, Node block, String date) {
        String text = Blocks.plain(block);
        findings.add(IngestRule.ING_052, Blocks.index(block), text, "a date");
        article.say(fact, date, findings.at(Blocks.index(block)));
        block.unlink();
    }

    private void byline(Node block, String text, String name) {
        findings.add(IngestRule.ING_052, Blocks.index(block), text, "a byline");
        article.say(Fact.BYLINE, name, findings.at(Blocks.index(block)));
        block.unlink();
    }

    private static boolean isDate(String text) {
        return text.length() < 60 && YEAR.matcher(text).find();
    }

    private static boolean isLeaf(Node block) {
        return block instanceof Paragraph || block instanceof Heading;
    }

    /** What stands behind a phrase that the text begins with. */
    private Optional<String> rest(Kind kind, String text, List<Token> tokens) {
        return words.phrases(kind)
                .at(tokens, 0)
                .filter(m -> m.to() < tokens.size())
                .map(m -> text.substring(tokens.get(m.to()).start()));
    }

    private static Optional<String> nameAlone(String text) {
        Matcher name = NAME.matcher(text);
        return name.lookingAt() && NAME_ENDS.matcher(text.substring(name.end())).matches()
                ? Optional.of(name.group())
                : Optional.empty();
    }

    private void authorBox() {
        List<Node> blocks = Blocks.children(article.body());
        for (int i = Math.max(0, blocks.size() - REACH); i < blocks.size(); i++) {
            Node block = blocks.get(i);
            String text = Blocks.plain(block);
            List<Token> tokens = Token.of(text);
            if (block instanceof Heading && words.phrases(Kind.AUTHOR_HEADING).areAllOf(tokens)) {
                box(withParagraphsBehind(block), Optional.empty());
                return;
            }
            Optional<String> name =
                    block instanceof Paragraph ? introduced(text, tokens) : Optional.empty();
            if (name.isPresent()) {
                List<Node> box = new ArrayList<>();
                Optional.ofNullable(block.getPrevious())
                        .filter(p -> isLeaf(p) && Blocks.plain(p).equals(name.get()))
                        .ifPresent(box::add);
                box.add(block);
                box(box, name);
                return;
            }
        }
    }

    /** Who says "my name is". */
    private Optional<String> introduced(String text, List<Token> tokens) {
        for (Phrases.Match match : words.phrases(Kind.AUTHOR_NAME).all(tokens)) {
            if (match.to() < tokens.size()) {
                Matcher name = NAME.matcher(text.substring(tokens.get(match.to()).start()));
                if (name.lookingAt()) {
                    return Optional.of(name.group());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Node> withParagraphsBehind(Node heading) {
        List<Node> box = new ArrayList<>(List.of(heading));
        for (Node next = heading.getNext(); next instanceof Paragraph; next = next.getNext()) {
            box.add(next);
        }
        return box;
    }

    private void box(List<Node> box, Optional<String> introduced) {
        int index = Blocks.index(box.get(0));
        String text = String.join(" ", box.stream().map(Blocks::plain).toList());
        Optional<String> name =
                introduced.or(
                        () ->
                                box.stream()
                                        .skip(1)
                                        .map(b -> NAME.matcher(Blocks.plain(b)))
                                        .filter(Matcher::lookingAt)
                                        .map(Matcher::group)
                                        .findFirst());
        name.ifPresent(n -> article.say(Fact.BYLINE, n, findings.at(index)));
        Matcher host = HOST.matcher(text);
        if (host.find()) {
            article.say(Fact.SITE, host.group(), findings.at(index));
        }
        findings.add(IngestRule.ING_051, index, name.orElse("unnamed"), text);
        box.forEach(Node::unlink);
    }

    private void disclaimerBlock() {
        for (Node block : Blocks.children(article.body())) {
            String text = Blocks.plain(block);
            if (block instanceof Paragraph
                    && text.length() <= MAX_DISCLAIMER
                    && words.phrases(Kind.DISCLAIMER).areIn(Token.of(text))) {
                disclaimer = text;
                findings.add(IngestRule.ING_086, Blocks.index(block), text);
                Node before = block.getPrevious();
                boolean isAlone =
                        before instanceof Heading
                                && (block.getNext() == null || block.getNext() instanceof Heading);
                block.unlink();
                if (isAlone) {
                    before.unlink();
                }
                return;
            }
        }
    }
}
