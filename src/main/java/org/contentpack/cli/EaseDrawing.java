package org.contentpack.cli;

import java.util.List;

/**
 * Reading ease of articles as bars, in the order given; those without a formula are left out. The
 * figures stand beside the bars, so that nothing is told by length or colour alone.
 */
record EaseDrawing(List<ArticleFigures> articles) {

    private static final int ROW = 28;
    private static final int LABEL = 320;
    private static final int SCALE = 3;
    private static final int WIDTH = LABEL + 100 * SCALE + 60;

    EaseDrawing {
        articles = articles.stream().filter(a -> a.ease().isPresent()).toList();
    }

    /** Same figures, same bytes. */
    String svg() {
        int height = ROW * articles.size() + 40;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " ")
                .append(height)
                .append("\" width=\"" + WIDTH + "\" height=\"")
                .append(height)
                .append("\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n")
                .append("<title>Reading ease, 100 is easy</title>\n")
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        int y = 30;
        for (ArticleFigures article : articles) {
            int score = article.ease().orElseThrow().score();
            int bar = Math.max(0, Math.min(100, score)) * SCALE;
            svg.append("<text x=\"10\" y=\"" + y + "\" fill=\"#22272b\">")
                    .append(label(article))
                    .append("</text>\n<rect x=\"" + LABEL + "\" y=\"" + (y - 13) + "\" width=\"")
                    .append(bar)
                    .append("\" height=\"17\" fill=\"#0b5c74\"/>\n<text x=\"")
                    .append(LABEL + bar + 8)
                    .append("\" y=\"" + y + "\" fill=\"#22272b\">" + score + "</text>\n");
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    /** Ids and tags have no character that XML would read. */
    private static String label(ArticleFigures article) {
        String id = article.head().id().value();
        return (id.length() > 40 ? id.substring(0, 39) + "…" : id)
                + " "
                + article.head().language().tag();
    }
}
