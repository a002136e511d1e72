package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Release;

/**
 * What stands around pages while an author works on them: that they are a preview, what was found
 * in the pack, and a script that loads them again. Never part of what a server gives out.
 */
public final class PreviewPage {

    private static final Template BANNER = Templates.load("preview-banner");
    private static final Template INDEX = Templates.load("preview");

    /** The script's address, which a page of a preview loads. */
    public static final String SCRIPT = "/_preview/reload.js";

    /** Where the script waits for changes; {@code ?state=} is that of its page. */
    public static final String EVENTS = "/_preview/events";

    /**
     * A finding in words.
     *
     * @param code empty for what is no rule's
     * @param place in the pack, by file, line and column; may be empty
     */
    public record Told(String severity, String code, String place, String message, String hint) {}

    /**
     * What is shown.
     *
     * @param source the folder as the author named it
     * @param state another one after each change
     */
    public record Preview(String source, String state, List<Told> findings) {
        public Preview {
            findings = List.copyOf(findings);
        }

        long count(String severity) {
            return findings.stream().filter(told -> told.severity().equals(severity)).count();
        }
    }

    private PreviewPage() {}

    /** A page of a server with the banner at its top, and nothing else changed. */
    public static String around(String page, Preview preview) {
        int body = page.indexOf('>', page.indexOf("<body")) + 1;
        return page.substring(0, body) + "\n" + banner(preview) + page.substring(body);
    }

    private static String banner(Preview preview) {
        Map<String, Object> model = new HashMap<>();
        model.put("source", preview.source());
        model.put("state", preview.state());
        model.put("hasFindings", !preview.findings().isEmpty());
        model.put("hasErrors", preview.count("error") > 0);
        model.put("counts", counts(preview));
        model.put("findings", preview.findings());
        return BANNER.execute(model);
    }

    private static String counts(Preview preview) {
        return preview.count("error")
                + " errors, "
                + preview.count("warning")
                + " warnings, "
                + preview.count("info")
                + " notes";
    }

    /**
     * All articles.
     *
     * @param release empty where the pack breaks rules, so that there are none to be shown
     */
    public static String index(
            Preview preview, Optional<Release> release, Optional<Addresses> addresses) {
        Map<String, Object> model = new HashMap<>();
        model.put("source", preview.source());
        model.put("hasRelease", release.isPresent());
        release.ifPresent(
                r -> {
                    model.put("language", r.manifest().language().tag());
                    model.put("title", r.manifest().title());
                    model.put("summary", r.manifest().summary());
                    model.put(
                            "articles",
                            r.articles().stream()
                                    .map(head -> article(head, addresses.orElseThrow()))
                                    .toList());
                });
        return around(INDEX.execute(model), preview);
    }

    private static Map<String, String> article(ArticleHead head, Addresses addresses) {
        return Map.of(
                "title", head.title(),
                "summary", head.summary(),
                "language", head.language().tag(),
                "languageName", ReleasePage.languageName(head.language()),
                "url", addresses.article(head.id(), head.language()));
    }

    /** The style of all pages. */
    public static byte[] stylesheet() {
        return Templates.bytes("style.css");
    }

    /** The script. */
    public static byte[] script() {
        return Templates.bytes("reload.js");
    }
}
