package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Review;
import org.contentpack.version.Version;

/** A release as an HTML document: what is in it, what changed, and how to check its bytes. */
public final class ReleasePage {

    private static final Template TEMPLATE = Templates.load("release");

    private final PageContext context;
    private final Function<ArticleHead, TextStatus> statuses;
    private final Optional<TextStatus.Notice> notice;
    private final Optional<Comparison> comparison;
    private final List<ArticleHead> held;

    /** A page that compares the release with an earlier one. */
    public record Comparison(Version with, String url) {}

    /**
     * @param statuses of each article
     * @param notice where the release was withdrawn and is shown all the same
     * @param comparison with the release before
     * @param held translations that readers do not get
     */
    public ReleasePage(
            PageContext context,
            Function<ArticleHead, TextStatus> statuses,
            Optional<TextStatus.Notice> notice,
            Optional<Comparison> comparison,
            List<ArticleHead> held) {
        this.context = context;
        this.statuses = statuses;
        this.notice = notice;
        this.comparison = comparison;
        this.held = List.copyOf(held);
    }

    public String html() {
        Manifest manifest = context.release().manifest();
        Addresses addresses = context.addresses();
        Map<String, Object> model = new HashMap<>();
        model.put("home", addresses.home());
        model.put("stylesheet", addresses.stylesheet());
        model.put("versions", addresses.versions());
        model.put("canonical", addresses.release());
        model.put("archive", addresses.archive());
        model.put("language", manifest.language().tag());
        model.put("title", manifest.title());
        model.put("summary", manifest.summary());
        model.put("pack", manifest.id().value());
        model.put("version", manifest.version().text());
        model.put("released", manifest.released().toString());
        model.put("license", manifest.license());
        model.put("publisher", manifest.publisher());
        model.put("digest", context.release().digest().value());
        model.put(
                "withdrawn",
                notice.map(n -> "Withdrawn (" + n.kind() + "). " + n.note()).orElse(""));
        model.put("newer", context.newer().map(Object::toString).orElse(""));
        model.put("articles", context.release().articles().stream().map(this::article).toList());
        model.put(
                "held",
                held.stream()
                        .map(
                                head ->
                                        Map.of(
                                                "title", head.title(),
                                                "language", head.language().tag(),
                                                "languageName", languageName(head.language())))
                        .toList());
        model.put("compare", comparison.map(Comparison::url).orElse(""));
        model.put("before", comparison.map(c -> c.with().text()).orElse(""));
        model.put("hasChanges", !manifest.changes().isEmpty());
        model.put(
                "changes",
                manifest.changes().stream()
                        .map(c -> Map.of("kind", c.kind().id(), "text", c.text()))
                        .toList());
        model.put("files", context.release().files().entries().stream().map(this::file).toList());
        model.put("formats", context.formats());
        return TEMPLATE.execute(model);
    }

    private Map<String, Object> article(ArticleHead article) {
        TextStatus status = statuses.apply(article);
        boolean unreviewed = status.review() instanceof Review.Unreviewed;
        return Map.of(
                "unsafe", status.isUnsafe(),
                "title", article.title(),
                "summary", article.summary(),
                "language", article.language().tag(),
                "languageName", languageName(article.language()),
                "unreviewed", unreviewed || status.overdue(),
                "review",
                        unreviewed
                                ? "No clinician has reviewed this text."
                                : "The review of this text is overdue.",
                "url", context.addresses().article(article.id(), article.language()));
    }

    /** The language's name in English, which this page is written in. */
    static String languageName(Language language) {
        return language.toLocale().getDisplayName(Locale.ENGLISH);
    }

    private Map<String, Object> file(FileEntry file) {
        return Map.of(
                "path", file.path().value(),
                "digest", file.digest().hex(),
                "size", file.sizeBytes());
    }
}
