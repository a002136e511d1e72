package org.contentpack.ingest;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.contentpack.manifest.wording.Words.Kind;

/**
 * Takes the places of pictures out of the text, since a draft has no picture, and tells each. In
 * texts without markup such a place is a line that says whose the picture is, with or without a
 * caption before it.
 */
final class Pictures {

    private static final int MAX_WORDS = 25;

    private final RawArticle article;
    private final Words words;
    private final Optional<String> title;
    private final Findings findings;

    Pictures(RawArticle article, Words words, Optional<String> title, Findings findings) {
        this.article = article;
        this.words = words;
        this.title = title;
        this.findings = findings;
    }

    void takeOut() {
        for (Blocks.Picture picture : Blocks.all(article.body(), Blocks.Picture.class)) {
            Optional<Node> line = Optional.ofNullable(picture.getNext()).filter(this::isCredit);
            String credit = line.map(this::credited).orElse(picture.credit);
            tell(Blocks.index(picture), picture.address, picture.alt, credit);
            line.ifPresent(Node::unlink);
            Node parent = picture.getParent();
            picture.unlink();
            Blocks.unlinkIfEmpty(parent);
        }
        for (Node block : Blocks.children(article.body())) {
            if (isCredit(block)) {
                Optional<Node> caption =
                        Optional.ofNullable(block.getPrevious()).filter(this::isCaption);
                tell(
                        Blocks.index(caption.orElse(block)),
                        "",
                        caption.map(Blocks::plain).orElse(""),
                        credited(block));
                caption.ifPresent(Node::unlink);
                block.unlink();
            }
        }
    }

    private void tell(int index, String address, String caption, String credit) {
        String said = caption.isEmpty() ? "no caption" : caption;
        String owner = credit.isEmpty() ? "nobody" : credit;
        if (address.isEmpty()) {
            findings.add(IngestRule.ING_030, index, said, owner);
        } else {
            findings.add(IngestRule.ING_031, index, address, said, owner);
        }
    }

    private boolean isCredit(Node block) {
        if (!(block instanceof Paragraph) && !(block instanceof Heading)) {
            return false;
        }
        List<Token> tokens = Token.of(Blocks.plain(block));
        return tokens.size() <= MAX_WORDS
                && words.phrases(Kind.CREDIT)
                        .at(tokens, 0)
                        .filter(m -> m.to() < tokens.size())
                        .isPresent();
    }

    /** Who is named behind the words that make the line a credit. */
    private String credited(Node block) {
        String text = Blocks.plain(block);
        List<Token> tokens = Token.of(text);
        return words.phrases(Kind.CREDIT)
                .at(tokens, 0)
                .map(m -> text.substring(tokens.get(m.to()).start()))
                .map(rest -> rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest)
                .orElse("");
    }

    /** Only what repeats the title: another heading belongs to the text behind the picture. */
    private boolean isCaption(Node block) {
        return (block instanceof Heading || block instanceof Paragraph)
                && title.filter(t -> Title.same(t, Blocks.plain(block))).isPresent();
    }
}
