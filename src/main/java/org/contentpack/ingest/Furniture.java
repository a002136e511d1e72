package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a site puts around its articles: menus, links to other articles, requests to subscribe. It
 * is left out, and each piece is told, so that nothing that mattered goes unseen.
 */
final class Furniture {

    /** Most words of a block that is furniture by its beginning. */
    private static final int MAX_WORDS = 25;

    /** Most words of a paragraph below a heading such as "Related posts" that goes with it. */
    private static final int MAX_LINK_WORDS = 15;

    /** Fewest names of a menu in one line: titles bear a site's name behind one bar. */
    private static final int MIN_NAMES = 3;

    private static final int MAX_NAME_WORDS = 4;

    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s+[|»›•>]\\s+");

    /** Nothing that ends as a sentence does. */
    private static final Pattern NAME = Pattern.compile(".*[^.!?:;,\\s]");

    private static final Set<String> ELEMENTS = Set.of("nav", "footer", "menu");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog");

    /** Classes and ids that no article's own blocks have. */
    private static final Set<String> NAMES =
            Set.of(
                    "share",
                    "sharing",
                    "share-this",
                    "sharebuttons",
                    "social",
                    "social-links",
                    "social-icons",
                    "social-media",
                    "relatedposts",
                    "related-posts",
                    "related-articles",
                    "jp-relatedposts",
                    "post-navigation",
                    "nav-links",
                    "nav-menu",
                    "comments",
                    "comments-area",
                    "comment-respond",
                    "newsletter",
                    "subscribe",
                    "breadcrumbs",
                    "sidebar",
                    "widget",
                    "widget-area",
                    "cookies",
                    "consent",
                    "advertisement",
                    "advert",
                    "adsbygoogle",
                    "ad-slot",
                    "popup",
                    "toc",
                    "table-of-contents",
                    "skip-link",
                    "screen-reader-text",
                    "post-tags",
                    "entry-footer",
                    "site-header",
                    "site-footer",
                    "author-box",
                    "author-bio",
                    "about-author",
                    "post-author",
                    "byline",
                    "post-meta",
                    "entry-meta",
                    "posted-on");

    /** Beginnings of such. */
    private static final List<String> PREFIXES =
            List.of(
                    "share-button",
                    "sharedaddy",
                    "sd-sharing",
                    "social-share",
                    "addtoany",
                    "newsletter-",
                    "cookie-",
                    "breadcrumb");

    private final RawArticle article;
    private final Words words;
    private final Findings findings;

    Furniture(RawArticle article, Words words, Findings findings) {
        this.article = article;
        this.words = words;
        this.findings = findings;
    }

    /** True for an element that is furniture by its kind or by what it is called. */
    static boolean isFurniture(Element element) {
        if (HEADINGS.contains(element.normalName())) {
            return false;
        }
        return ELEMENTS.contains(element.normalName())
                || ROLES.contains(element.attr("role"))
                || isFurniture(element.className())
                || isFurniture(element.id());
    }

    private static boolean isFurniture(String names) {
        return !names.isEmpty()
                && Arrays.stream(names.split("\\s+"))
                        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .anyMatch(
                                name ->
                                        NAMES.contains(name)
                                                || PREFIXES.stream().anyMatch(name::startsWith));
    }

    /** Takes out what is furniture by its words. */
    void leaveOut() {
        Set<String> headings = new HashSet<>();
        Blocks.all(article.body(), Heading.class).forEach(h -> headings.add(Blocks.plain(h)));
        for (Node block : Blocks.children(article.body())) {
            if (block.getParent() == null) {
                continue;
            }
            List<Token> tokens = Token.of(Blocks.plain(block));
            if (block instanceof Heading heading
                    && words.phrases(Words.Kind.FURNITURE_HEADING).areAllOf(tokens)) {
                leaveOutSection(heading);
            } else if ((isLeaf(block) && (isFurniture(tokens) || isMenu(block)))
                    || isContents(block, headings)) {
                leaveOut(block);
            }
        }
    }

    private static boolean isLeaf(Node block) {
        return block instanceof Paragraph || block instanceof Heading;
    }

    private boolean isFurniture(List<Token> tokens) {
        return !tokens.isEmpty()
                && tokens.size() <= MAX_WORDS
                && (words.phrases(Words.Kind.FURNITURE).areAllOf(tokens)
                        || words.phrases(Words.Kind.FURNITURE_START).at(tokens, 0).isPresent());
    }

    /** One line of short names; several of them one below another are rows of a table. */
    private static boolean isMenu(Node block) {
        return isNames(block) && !isNames(block.getPrevious()) && !isNames(block.getNext());
    }

    private static boolean isNames(@Nullable Node block) {
        if (block == null
                || !isLeaf(block)
                || !Blocks.all(block, SoftLineBreak.class).isEmpty()
                || !Blocks.all(block, HardLineBreak.class).isEmpty()) {
            return false;
        }
        String[] names = BETWEEN_NAMES.split(Blocks.plain(block));
        return names.length >= MIN_NAMES
                && Arrays.stream(names)
                        .allMatch(
                                name ->
                                        NAME.matcher(name).matches()
                                                && Token.of(name).size() <= MAX_NAME_WORDS);
    }

    /** A list that repeats the headings. */
    private static boolean isContents(Node block, Set<String> headings) {
        List<Node> items = block instanceof ListBlock ? Blocks.leaves(block) : List.of();
        return items.size() >= 2
                && items.stream().allMatch(item -> headings.contains(Blocks.plain(item)));
    }

    /** Up to the next heading that is not below it, or a paragraph that no list of links has. */
    private void leaveOutSection(Heading heading) {
        List<Node> section = new ArrayList<>(List.of(heading));
        for (Node next = heading.getNext(); next != null; next = next.getNext()) {
            boolean isNext =
                    next instanceof Heading other && other.getLevel() <= heading.getLevel();
            if (isNext
                    || (next instanceof Paragraph
                            && Token.of(Blocks.plain(next)).size() > MAX_LINK_WORDS)) {
                break;
            }
            section.add(next);
        }
        section.forEach(this::leaveOut);
    }

    private void leaveOut(Node block) {
        findings.add(IngestRule.ING_050, Blocks.index(block), Blocks.plain(block));
        block.unlink();
    }
}
