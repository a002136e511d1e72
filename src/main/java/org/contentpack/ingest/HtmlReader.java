package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Turns HTML into blocks with their places. Reads what browsers show: scripts, forms and hidden
 * parts are left out, nothing is fetched, and what a pack cannot hold becomes words.
 *
 * <p>Limits: elements nest {@value #MAX_ELEMENTS} deep, lists and quotes {@value #MAX_DEPTH}; what
 * is nested deeper is read as if it stood at that depth. For one text.
 */
final class HtmlReader {

    /** Deepest nesting of lists and quotes, as far as people follow it. */
    static final int MAX_DEPTH = 16;

    /** Deepest nesting of elements; the parser opens no more. */
    static final int MAX_ELEMENTS = 200;

    private static final Set<String> UNSEEN =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "head",
                    "title",
                    "meta",
                    "link",
                    "base",
                    "svg",
                    "canvas",
                    "map",
                    "form",
                    "button",
                    "input",
                    "select",
                    "textarea",
                    "datalist",
                    "dialog",
                    "colgroup",
                    "param",
                    "track",
                    "frameset",
                    "noframes");

    private static final Set<String> EMBEDDED =
            Set.of("iframe", "video", "audio", "object", "embed", "applet");

    private static final Set<String> STRUCK = Set.of("del", "s", "strike");

    private static final Pattern WORD_LIST = Pattern.compile("mso-list:[^;]{0,60}level(\\d)");
    private static final Pattern WORD_MARK =
            Pattern.compile("^[\\s\\u00A0]*+(?:[·•o§▪‣–-]|(\\d{1,3})[.)])[\\s\\u00A0]++");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*+:\\s*+none");
    private static final Pattern NOT_BOLD = Pattern.compile("font-weight\\s*+:\\s*+(?:normal|400)");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*+\\n\\s*+");
    private static final Pattern SHORTCODE =
            Pattern.compile("\\[/?([a-z][a-z0-9_-]{1,40})(?:\\s[^\\[\\]]{0,2000})?/?\\]");
    private static final Set<String> KNOWN_SHORTCODES =
            Set.of("caption", "wp_caption", "gallery", "audio", "video", "playlist", "embed");

    private final String html;
    private final IntUnaryOperator place;
    private final Findings findings;
    private final Links links;
    private final Document read = new Document();
    private final Set<Element> aroundBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private Node target = read;
    private InlineRun run;
    private int depth;
    private boolean isPost;
    private boolean hasWordLists;
    private boolean blankLinesPart;
    private final List<Blocks.Picture> pictures = new ArrayList<>();

    /**
     * @param place from an index in the HTML to one in the source
     */
    HtmlReader(String html, IntUnaryOperator place, RawArticle article, Findings findings) {
        this.html = html;
        this.place = place;
        this.findings = findings;
        this.links = new Links(article, findings);
        this.run = new InlineRun();
    }

    static Parser parser() {
        return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_ELEMENTS);
    }

    /** The blocks of a part of a page. */
    List<Node> fragment() {
        return blocks(parser().parseInput(html, "").body());
    }

    /**
     * The blocks of a post as WordPress keeps it: without paragraphs of its own, blank lines part
     * them, and words in square brackets call programs.
     */
    List<Node> post() {
        Element body = parser().parseInput(html, "").body();
        isPost = true;
        blankLinesPart = body.selectFirst("p") == null;
        return blocks(body);
    }

    List<Node> blocks(Element top) {
        top.stream().filter(Element::isBlock).forEach(this::mark);
        content(top);
        flush();
        if (hasWordLists) {
            Blocks.all(read, ListBlock.class).forEach(Blocks::tighten);
        }
        return Blocks.children(read);
    }

    /** Inline elements that have blocks in them are read as blocks. */
    private void mark(Element block) {
        for (Element around = block.parent();
                around != null && aroundBlocks.add(around);
                around = around.parent()) {
            // Everything around one that is marked is marked already.
        }
    }

    private void content(Element parent) {
        for (org.jsoup.nodes.Node node : parent.childNodes()) {
            if (node instanceof TextNode words) {
                words(words);
            } else if (node instanceof Element element) {
                element(element);
            }
        }
    }

    private int index(org.jsoup.nodes.Node node) {
        return place.applyAsInt(Math.max(0, node.sourceRange().startPos()));
    }

    private void words(TextNode node) {
        String text = withoutShortcodes(node);
        if (!blankLinesPart) {
            run.text(text, index(node));
            return;
        }
        int from = 0;
        Matcher blank = BLANK_LINE.matcher(text);
        while (blank.find()) {
            run.text(text.substring(from, blank.start()), index(node) + from);
            if (!run.isNested()) {
                flush();
            }
            from = blank.end();
        }
        run.text(text.substring(from), index(node) + from);
    }

    private String withoutShortcodes(TextNode node) {
        String text = node.getWholeText();
        if (!isPost || text.indexOf('[') < 0) {
            return text;
        }
        Matcher code = SHORTCODE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (code.find()) {
            boolean isCode =
                    KNOWN_SHORTCODES.contains(code.group(1)) || code.group().contains("=\"");
            code.appendReplacement(rest, isCode ? "" : Matcher.quoteReplacement(code.group()));
            if (isCode && !code.group(1).endsWith("caption") && !code.group().startsWith("[/")) {
                findings.add(IngestRule.ING_034, index(node) + code.start(), code.group());
            }
        }
        return code.appendTail(rest).toString();
    }

    private void element(Element element) {
        String name = element.normalName();
        if (isUnseen(element)) {
            return;
        }
        if (Furniture.isFurniture(element)) {
            leaveOut(element);
        } else if (EMBEDDED.contains(name)) {
            findings.add(IngestRule.ING_033, index(element), name, element.attr("src"));
        } else if (STRUCK.contains(name)) {
            struck(element);
        } else {
            switch (name) {
                case "br" -> lineBreak();
                case "hr" -> flush();
                case "img" -> picture(element);
                case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
                case "ul", "ol" -> list(element);
                case "blockquote" -> quote(element);
                case "pre" -> code(element);
                case "table" -> table(element);
                case "figure" -> figure(element);
                default -> other(element, name);
            }
        }
    }

    private void other(Element element, String name) {
        if (wordListLevel(element) > 0) {
            wordListItem(element);
        } else if (element.isBlock() || aroundBlocks.contains(element)) {
            flush();
            content(element);
            flush();
        } else {
            inline(element, name);
        }
    }

    private void inline(Element element, String name) {
        int index = index(element);
        switch (name) {
            case "b", "strong" -> {
                if (NOT_BOLD.matcher(element.attr("style")).find()) {
                    content(element);
                } else {
                    run.in(new StrongEmphasis(), index, () -> content(element));
                }
            }
            case "em", "i" -> run.in(new Emphasis(), index, () -> content(element));
            case "code", "kbd", "samp", "tt" -> run.code(element.text(), index);
            case "a" -> anchor(element, index);
            case "sup" -> {
                // 10 to the power of 3 must not become 103.
                boolean isPower = !run.isEmpty() && !element.text().isBlank();
                run.text(isPower ? "^" : "", index);
                content(element);
            }
            case "q" -> {
                run.text("“", index);
                content(element);
                run.text("”", index);
            }
            default -> content(element);
        }
    }

    private void anchor(Element element, int index) {
        if (!element.hasAttr("href")) {
            content(element);
            return;
        }
        Link link = new Link(element.attr("href").strip(), null);
        run.in(link, index, () -> content(element));
        if (link.getParent() != null) {
            links.keep(link);
        }
    }

    private void lineBreak() {
        if (run.endsInBreak() && !run.isNested()) {
            flush();
        } else {
            run.lineBreak();
        }
    }

    private void struck(Element element) {
        if (!element.text().isBlank()) {
            findings.add(IngestRule.ING_057, index(element), element.text());
        }
    }

    private void leaveOut(Element element) {
        if (!element.text().isBlank()) {
            findings.add(IngestRule.ING_050, index(element), element.text());
        }
    }

    /** True for what browsers do not show. */
    static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || (element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find());
    }

    private void heading(Element element, int level) {
        flush();
        run.isHeading(true);
        content(element);
        run.isHeading(false);
        Paragraph words = run.end();
        run = new InlineRun();
        if (Blocks.isEmpty(words)) {
            if (pictures.isEmpty()) {
                target.appendChild(Blocks.at(new Blocks.LostHeading(), index(element)));
            }
        } else {
            Heading heading = Blocks.heading(level, index(element));
            Blocks.move(words, heading);
            target.appendChild(heading);
        }
        flush();
    }

    private void list(Element element) {
        flush();
        if (depth >= MAX_DEPTH) {
            content(element);
            flush();
            return;
        }
        int number = element.normalName().equals("ol") ? start(element) : 0;
        ListBlock list = Blocks.list(number, index(element));
        Node outer = target;
        depth++;
        for (org.jsoup.nodes.Node node : element.childNodes()) {
            boolean isNewItem = node instanceof Element child && child.normalName().equals("li");
            if (isNewItem || list.getLastChild() == null) {
                list.appendChild(Blocks.at(new ListItem(), index(node)));
            }
            target = list.getLastChild();
            if (node instanceof TextNode words) {
                words(words);
            } else if (isNewItem) {
                content((Element) node);
            } else if (node instanceof Element child) {
                element(child);
            }
            flush();
            if (target.getFirstChild() == null) {
                target.unlink();
            }
        }
        depth--;
        target = outer;
        append(list);
    }

    private static int start(Element list) {
        try {
            return Math.max(1, Math.min(999_999_999, Integer.parseInt(list.attr("start"))));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void append(ListBlock list) {
        if (!Blocks.isEmpty(list)) {
            Blocks.tighten(list);
            target.appendChild(list);
        }
    }

    private void quote(Element element) {
        flush();
        if (depth >= MAX_DEPTH) {
            content(element);
            flush();
            return;
        }
        BlockQuote quote = Blocks.at(new BlockQuote(), index(element));
        Node outer = target;
        target = quote;
        depth++;
        content(element);
        flush();
        depth--;
        target = outer;
        if (!Blocks.isEmpty(quote)) {
            target.appendChild(quote);
        }
    }

    private void code(Element element) {
        flush();
        String literal = Characters.clean(element.wholeText()).strip();
        if (!literal.isEmpty()) {
            FencedCodeBlock code = Blocks.at(new FencedCodeBlock(), index(element));
            code.setFenceCharacter("`");
            code.setLiteral(literal + "\n");
            target.appendChild(code);
        }
    }

    private void picture(Element element) {
        String alt = Characters.line(element.attr("alt"));
        if (element.hasClass("emoji") || element.hasClass("wp-smiley")) {
            run.text(alt, index(element));
            return;
        }
        boolean isPixel = element.attr("width").equals("1") || element.attr("height").equals("1");
        if (!isPixel) {
            Blocks.Picture picture = Blocks.at(new Blocks.Picture(), index(element));
            picture.alt = alt;
            picture.address =
                    Optional.of(element.attr("src").strip())
                            .filter(src -> !src.startsWith("data:"))
                            .orElse("");
            pictures.add(picture);
        }
    }

    /** Its caption is told with the picture. */
    private void figure(Element element) {
        Element caption = element.selectFirst("figcaption");
        if (element.selectFirst("img") == null) {
            flush();
            content(element);
            flush();
            return;
        }
        flush();
        for (Element image : element.select("img")) {
            picture(image);
        }
        if (caption != null && !pictures.isEmpty()) {
            pictures.get(pictures.size() - 1).credit = Characters.line(caption.text());
        }
        flush();
    }

    private void table(Element element) {
        flush();
        new TableReader(element, this::index)
                .list()
                .ifPresentOrElse(
                        list -> {
                            findings.add(IngestRule.ING_025, index(element));
                            target.appendChild(list);
                        },
                        () -> content(element));
        flush();
    }

    private static int wordListLevel(Element element) {
        if (!element.normalName().equals("p") || !element.hasAttr("style")) {
            return 0;
        }
        Matcher level = WORD_LIST.matcher(element.attr("style").toLowerCase(Locale.ROOT));
        return level.find() ? Math.max(1, level.group(1).charAt(0) - '0') : 0;
    }

    /**
     * What Word writes for an item: a paragraph with a mark of its own and a level in its style.
     */
    private void wordListItem(Element element) {
        flush();
        Element mark = element.selectFirst("span[style*=mso-list:Ignore]");
        String shown = mark == null ? element.text() : mark.text() + " ";
        Matcher number = WORD_MARK.matcher(shown);
        boolean isNumbered = number.find() && number.group(1) != null;
        if (mark != null) {
            mark.remove();
        }
        Node outer = target;
        Node list = wordList(outer, wordListLevel(element), isNumbered, index(element));
        ListItem item = Blocks.at(new ListItem(), index(element));
        list.appendChild(item);
        target = item;
        if (mark == null) {
            dropMark(element);
        }
        content(element);
        flush();
        target = outer;
        Blocks.unlinkIfEmpty(item);
        hasWordLists = true;
    }

    private static void dropMark(Element element) {
        for (TextNode words : element.textNodes()) {
            Matcher mark = WORD_MARK.matcher(words.getWholeText());
            if (mark.find()) {
                words.text(words.getWholeText().substring(mark.end()));
            }
            if (!words.isBlank()) {
                return;
            }
        }
    }

    /** The list of a level that is open at the end of a block, or a new one. */
    private static Node wordList(Node parent, int level, boolean isNumbered, int index) {
        Node within = parent;
        for (int i = 1; i <= Math.min(level, MAX_DEPTH); i++) {
            if (!(within.getLastChild() instanceof ListBlock)) {
                within.appendChild(Blocks.list(isNumbered ? 1 : 0, index));
            }
            Node list = within.getLastChild();
            if (i == level || list.getLastChild() == null) {
                return list;
            }
            within = list.getLastChild();
        }
        return within instanceof ListBlock ? within : within.getParent();
    }

    /** Ends the paragraph that is open, and puts the pictures of it behind it. */
    private void flush() {
        Paragraph paragraph = run.end();
        if (!Blocks.isEmpty(paragraph)) {
            target.appendChild(paragraph);
        }
        pictures.forEach(target::appendChild);
        pictures.clear();
        run = new InlineRun();
    }
}
