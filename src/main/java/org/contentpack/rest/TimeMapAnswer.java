package org.contentpack.rest;

import java.time.Instant;
import java.util.List;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Registration;
import org.contentpack.version.Version;

/**
 * The wire shape of all times of an article, oldest first; {@code docs/api/timemap.json}, and as
 * links.
 *
 * @param mementos not empty
 */
record TimeMapAnswer(
        String original, String timeGate, String timeMap, List<MementoAnswer> mementos) {

    static final String LINK_FORMAT = "application/link-format";

    /** The wire shape of one of them. */
    record MementoAnswer(Version version, Instant datetime, String url) {}

    static TimeMapAnswer of(
            PackId pack, ArticleId article, List<Registration> mementos, Links links) {
        String original = links.latestArticle(pack, article);
        return new TimeMapAnswer(
                original,
                original,
                links.timeMap(pack, article),
                mementos.stream()
                        .map(
                                r ->
                                        new MementoAnswer(
                                                r.id().version(),
                                                r.datetime(),
                                                links.article(r.id(), article)))
                        .toList());
    }

    /**
     * The same as links, one in a line.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7089#section-5">RFC 7089, section 5</a>
     */
    String linkFormat() {
        int last = mementos.size() - 1;
        StringBuilder text = new StringBuilder();
        text.append('<').append(original).append(">; rel=\"original\",\n");
        text.append('<').append(timeGate).append(">; rel=\"timegate\",\n");
        text.append('<')
                .append(timeMap)
                .append(">; rel=\"self\"; type=\"" + LINK_FORMAT + "\"; from=\"")
                .append(HttpDate.of(mementos.get(0).datetime()))
                .append("\"; until=\"")
                .append(HttpDate.of(mementos.get(last).datetime()))
                .append('"');
        for (int i = 0; i <= last; i++) {
            text.append(",\n<")
                    .append(mementos.get(i).url())
                    .append(">; rel=\"")
                    .append(i == 0 ? "first " : "")
                    .append(i == last ? "last " : "")
                    .append("memento\"; datetime=\"")
                    .append(HttpDate.of(mementos.get(i).datetime()))
                    .append('"');
        }
        return text.append('\n').toString();
    }
}
