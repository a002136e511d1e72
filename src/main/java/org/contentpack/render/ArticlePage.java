package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.pack.Article;
import org.contentpack.pack.Author;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.Source;
import org.contentpack.pack.SourceId;
import org.contentpack.render.SectionHtml.Anchors;
import org.jspecify.annotations.Nullable;

/**
 * An article, or one section of it, as a complete and accessible HTML document that works without
 * scripts and says beside the text which version it is, who reviewed it and where it comes from.
 *
 * <p>A section's page carries everything that an article's does but the other sections.
 */
public final class ArticlePage {

    private static final Template TEMPLATE = Templates.load("article");
    private static final String UNDECIDED = "LicenseRef-Undecided";

    private final Article article;
    private final TextStatus status;
    private final PageContext context;
    private final Labels labels;
    private final SectionHtml fragments;

    public ArticlePage(Article article, TextStatus status, PageContext context) {
        this(article, status, context, Anchors.IN_PAGE);
    }

    private ArticlePage(Article article, TextStatus status, PageContext context, Anchors anchors) {
        this.article = article;
        this.status = status;
        this.context = context;
        this.labels = Labels.in(article.language());
        this.fragments = new SectionHtml(article, context.addresses(), anchors);
    }

    /** The whole article. */
    public String html() {
        return TEMPLATE.execute(model(article.sections(), Optional.empty()));
    }

    /** One section of it. */
    public String html(Section section) {
        return new ArticlePage(article, status, context, Anchors.TO_ARTICLE).sectionPage(section);
    }

    private String sectionPage(Section section) {
        return TEMPLATE.execute(model(List.of(section), Optional.of(section)));
    }

    private Map<String, Object> model(List<Section> sections, Optional<Section> only) {
        Manifest manifest = context.release().manifest();
        Addresses addresses = context.addresses();
        List<Source> sources = sourcesOf(sections, only.isPresent());
        Map<String, Object> model = new HashMap<>();
        model.put("label", labelMap());
        model.put("language", article.language().tag());
        model.put("direction", article.language().isRightToLeft() ? "rtl" : "ltr");
        model.put("title", article.title());
        model.put("mainHeading", only.flatMap(Section::heading).orElse(article.title()));
        model.put(
                "documentTitle",
                only.flatMap(Section::heading).map(h -> h + " · ").orElse("") + article.title());
        model.put("summary", only.isPresent() ? "" : article.summary());
        model.put("wholeArticle", only.isPresent() ? articleUrl() : "");
        model.put("canonical", canonical(only));
        model.put("stylesheet", addresses.stylesheet());
        model.put("home", addresses.home());
        model.put("versions", addresses.versions());
        model.put("release", addresses.release());
        model.put("open", status.isOpen());
        model.put("unreviewed", status.overdue() || status.review() instanceof Review.Unreviewed);
        model.put("notices", status.notices().stream().map(this::notice).toList());
        model.put("review", labels.review(status, labels::date));
        model.put("signedBy", status.signedBy().orElse(""));
        model.put("stale", context.release().isStale(article.head()) && !status.isUnsafe());
        model.put("version", manifest.version().text());
        model.put("released", labels.date(manifest.released()));
        model.put("contentChanged", labels.date(article.contentChanged()));
        model.put("newer", context.newer().map(v -> newer(v.text())).orElse(null));
        model.put("languages", languages());
        List<Map<String, Object>> readable =
                only.isPresent()
                        ? List.of()
                        : context.readable().stream().map(this::readable).toList();
        model.put("readable", readable);
        model.put("hasReadable", readable.size() > 1);
        model.put("before", only.isPresent() ? null : before());
        model.put("contents", only.isPresent() ? List.of() : contents());
        model.put("hasContents", only.isEmpty());
        model.put("hasSources", !sources.isEmpty());
        Map<SourceId, Map<String, Object>> numbered = new LinkedHashMap<>();
        sources.forEach(s -> numbered.put(s.id(), sourceModel(s, numbered.size() + 1)));
        model.put(
                "sections",
                sections.stream().map(s -> sectionModel(s, only.isPresent(), numbered)).toList());
        model.put("sources", numbered.values());
        model.put("disclaimer", article.disclaimer().orElse(""));
        model.put("provenance", manifest.provenance());
        model.put("authors", authors());
        model.put("publisher", manifest.publisher());
        model.put("license", license(manifest.license()));
        model.put("reportTo", manifest.reportTo().map(Object::toString).orElse(""));
        model.put("digest", only.map(s -> s.digest().value()).orElse(article.digest().value()));
        model.put("formats", context.formats());
        return model;
    }

    /** A template asks for {@code label.caution}; the lookup is the bundle's. */
    private Map<String, String> labelMap() {
        Map<String, String> map = new HashMap<>();
        for (String key :
                List.of(
                        "skip",
                        "packs",
                        "languages",
                        "contents",
                        "version",
                        "released",
                        "contentChanged",
                        "review",
                        "signedBy",
                        "newer",
                        "stale",
                        "original",
                        "sources",
                        "checked",
                        "citedHere",
                        "provenance",
                        "derivesFrom",
                        "disclaimer",
                        "authors",
                        "publisher",
                        "license",
                        "digest",
                        "otherFormats",
                        "wholeArticle",
                        "sectionOf",
                        "allVersions",
                        "versions",
                        "compareWith",
                        "changedSince",
                        "reportTo")) {
            map.put(key, labels.text(key));
        }
        return map;
    }

    private Map<String, Object> readable(PageContext.Choice other) {
        return Map.of(
                "version", other.version().text(),
                "day", other.since().toString(),
                "date", labels.date(other.since()),
                "url", other.url(),
                "isThis", other.comparison().isEmpty(),
                "comparison", other.comparison().orElse(""));
    }

    /** The next lower version, with what is different from it; null where there is none. */
    private @Nullable Map<String, Object> before() {
        return context.readable().stream()
                .filter(o -> o.version().compareTo(context.release().manifest().version()) < 0)
                .findFirst()
                .map(this::readable)
                .orElse(null);
    }

    private String articleUrl() {
        return context.addresses().article(article.id(), article.language());
    }

    private String canonical(Optional<Section> only) {
        return only.map(s -> context.addresses().section(article.id(), s.id(), article.language()))
                .orElse(articleUrl());
    }

    /** A change note is in the language of the pack, and so is what the translation lacks. */
    private Map<String, Object> notice(TextStatus.Notice notice) {
        Language source = context.release().manifest().language();
        Map<String, Object> model = new HashMap<>();
        model.put("text", labels.notice(notice));
        model.put("note", notice.note());
        model.put(
                "original",
                notice.isWithdrawal()
                        ? null
                        : Map.of(
                                "language", source.tag(),
                                "name", nameInItself(source),
                                "url", context.addresses().article(article.id(), source)));
        return model;
    }

    private Map<String, String> newer(String version) {
        return Map.of("version", version, "url", context.addresses().latestArticle(article.id()));
    }

    private List<Map<String, Object>> languages() {
        return context.release().translations(article.id()).stream()
                .map(
                        a ->
                                Map.<String, Object>of(
                                        "tag", a.language().tag(),
                                        "name", nameInItself(a.language()),
                                        "current", a.language().equals(article.language()),
                                        "url", context.addresses().article(a.id(), a.language())))
                .toList();
    }

    private static String nameInItself(Language language) {
        Locale locale = language.toLocale();
        String name = locale.getDisplayName(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private List<Map<String, String>> contents() {
        return article.sections().stream()
                .filter(s -> s.heading().isPresent())
                .map(s -> Map.of("id", s.id().value(), "heading", s.heading().orElseThrow()))
                .toList();
    }

    /**
     * @param isAlone where the page's own heading is that of the section already
     */
    private Map<String, Object> sectionModel(
            Section section, boolean isAlone, Map<SourceId, Map<String, Object>> sources) {
        List<Map<String, Object>> cites =
                section.cited().stream()
                        .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
                        .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("id", section.id().value());
        model.put("kind", section.kind().map(k -> k.id()).orElse("plain"));
        model.put("heading", isAlone ? "" : section.heading().orElse(""));
        model.put("html", asHtml(fragments.html(section)));
        model.put("cites", cites);
        model.put("hasCites", !cites.isEmpty());
        return model;
    }

    /**
     * commonmark-java closes elements without content as XHTML does, which HTML passes over. In
     * texts and attributes it escapes every {@code >}, so none of those is meant here.
     */
    private static String asHtml(String fragment) {
        return fragment.replace(" />", ">");
    }

    private List<Source> sourcesOf(List<Section> sections, boolean onlyCited) {
        Set<SourceId> cited =
                sections.stream().flatMap(s -> s.cited().stream()).collect(Collectors.toSet());
        return article.sources().stream()
                .filter(s -> !onlyCited || cited.contains(s.id()))
                .toList();
    }

    private Map<String, Object> sourceModel(Source source, int number) {
        return Map.of(
                "number", number,
                "id", source.id().value(),
                "publisher", source.publisher(),
                "title", source.title(),
                "url", source.url().toString(),
                "checked", labels.date(source.checked()));
    }

    private String authors() {
        return article.authors().stream()
                .map(ArticlePage::nameAndRole)
                .collect(Collectors.joining(", "));
    }

    private static String nameAndRole(Author author) {
        return author.name() + author.role().map(role -> " (" + role + ")").orElse("");
    }

    private String license(String license) {
        return license.equals(UNDECIDED) ? labels.text("license.undecided") : license;
    }
}
