package org.contentpack.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Author;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.Source;
import org.contentpack.pack.Tag;

/**
 * An article, or one section of it, in the vocabulary of schema.org: a {@code MedicalWebPage} where
 * the pack has the profile {@code health}, else a {@code WebPage}, whose sections are its parts.
 * Nothing is said that the pack does not say; {@code lastReviewed} only of a text that a person
 * reviewed.
 *
 * <p>Values are maps, lists and strings to be written as JSON, keys in a fixed order. Immutable.
 *
 * @see <a href="https://schema.org/MedicalWebPage">schema.org, MedicalWebPage</a>
 * @see <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>
 */
public final class LinkedData {

    private static final String SPDX = "https://spdx.org/licenses/";

    private final Article article;
    private final TextStatus status;
    private final PageContext context;
    private final Manifest manifest;
    private final Addresses addresses;
    private final Labels labels;
    private final SectionHtml fragments;

    public LinkedData(Article article, TextStatus status, PageContext context) {
        this.article = article;
        this.status = status;
        this.context = context;
        this.manifest = context.release().manifest();
        this.addresses = context.addresses();
        this.labels = Labels.in(article.language());
        this.fragments = new SectionHtml(article, addresses, SectionHtml.Anchors.TO_ARTICLE);
    }

    /** The article with its sections as parts. */
    public Map<String, Object> article() {
        Map<String, Object> page = document(pageType(), articleUrl());
        page.put("name", article.title());
        page.put("description", article.summary());
        publication(page);
        reviewed(page);
        page.put("identifier", digest(article.digest().value()));
        translations(page);
        if (!article.sources().isEmpty()) {
            page.put("citation", article.sources().stream().map(LinkedData::citation).toList());
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        article.sections().forEach(section -> parts.add(part(section, parts.size() + 1)));
        page.put("hasPart", parts);
        return page;
    }

    /** A section with all that holds for it, and the page that it is part of. */
    public Map<String, Object> section(Section section) {
        Map<String, Object> element = document("WebPageElement", sectionUrl(section));
        element.put("name", name(section));
        element.put("text", text(section));
        publication(element);
        element.put("identifier", digest(section.digest().value()));
        List<Map<String, Object>> cited =
                article.sources().stream()
                        .filter(source -> section.cited().contains(source.id()))
                        .map(LinkedData::citation)
                        .toList();
        if (!cited.isEmpty()) {
            element.put("citation", cited);
        }
        Map<String, Object> page = node(pageType());
        page.put("@id", articleUrl());
        page.put("url", articleUrl());
        page.put("name", article.title());
        reviewed(page);
        element.put("isPartOf", page);
        return element;
    }

    private String pageType() {
        return manifest.profile().equals(Optional.of(Profile.HEALTH))
                ? "MedicalWebPage"
                : "WebPage";
    }

    private String articleUrl() {
        return addresses.article(article.id(), article.language());
    }

    private String sectionUrl(Section section) {
        return addresses.section(article.id(), section.id(), article.language());
    }

    private static Map<String, Object> document(String type, String url) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.put("@type", type);
        document.put("@id", url);
        document.put("url", url);
        return document;
    }

    private static Map<String, Object> node(String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> node(String type, String property, String value) {
        Map<String, Object> node = node(type);
        node.put(property, value);
        return node;
    }

    /** What holds for the article and for each of its sections. */
    private void publication(Map<String, Object> work) {
        work.put("inLanguage", article.language().tag());
        work.put("version", manifest.version().text());
        work.put("datePublished", article.firstPublished().toString());
        work.put("dateModified", article.contentChanged().toString());
        work.put("creativeWorkStatus", workStatus());
        if (!status.notices().isEmpty()) {
            List<Map<String, Object>> corrections =
                    status.notices().stream()
                            .map(notice -> node("CorrectionComment", "text", words(notice)))
                            .toList();
            work.put("correction", corrections.size() == 1 ? corrections.get(0) : corrections);
        }
        if (!article.tags().isEmpty()) {
            work.put("keywords", article.tags().stream().map(Tag::value).toList());
        }
        work.put("audience", node("Audience", "audienceType", article.audience()));
        work.put("author", article.authors().stream().map(LinkedData::author).toList());
        work.put("publisher", node("Organization", "name", manifest.publisher()));
        work.put("license", license());
        article.disclaimer()
                .ifPresent(text -> work.put("usageInfo", node("CreativeWork", "text", text)));
        if (!manifest.provenance().isEmpty()) {
            work.put("isBasedOn", manifest.provenance().stream().map(LinkedData::origin).toList());
        }
    }

    /** Why the text was withdrawn, else what is true of its review; and where it is stale. */
    private Object workStatus() {
        String word =
                status.notices().stream()
                        .filter(TextStatus.Notice::isWithdrawal)
                        .map(TextStatus.Notice::kind)
                        .findFirst()
                        .orElse(status.state());
        return context.release().isStale(article.head()) ? List.of(word, "stale") : word;
    }

    private String words(TextStatus.Notice notice) {
        String kind = labels.notice(notice);
        return notice.note().isEmpty() ? kind : kind + " " + notice.note();
    }

    private void reviewed(Map<String, Object> page) {
        if (status.review() instanceof Review.Reviewed reviewed) {
            page.put("lastReviewed", reviewed.lastReviewed().toString());
            Map<String, Object> person = node("Person", "name", reviewed.reviewer().name());
            person.put("jobTitle", reviewed.reviewer().role());
            page.put("reviewedBy", person);
        }
    }

    private void translations(Map<String, Object> page) {
        boolean isTranslation = article.head().translates().isPresent();
        List<Map<String, Object>> others =
                context.release().translations(article.id()).stream()
                        .filter(other -> !other.language().equals(article.language()))
                        .filter(other -> !isTranslation || other.translates().isEmpty())
                        .map(this::translation)
                        .toList();
        if (!others.isEmpty()) {
            page.put(isTranslation ? "translationOfWork" : "workTranslation", others);
        }
    }

    private Map<String, Object> translation(ArticleHead other) {
        String url = addresses.article(other.id(), other.language());
        Map<String, Object> page = node(pageType());
        page.put("@id", url);
        page.put("url", url);
        page.put("name", other.title());
        page.put("inLanguage", other.language().tag());
        return page;
    }

    private Map<String, Object> part(Section section, int position) {
        Map<String, Object> part = node("WebPageElement");
        part.put("@id", sectionUrl(section));
        part.put("url", sectionUrl(section));
        part.put("name", name(section));
        part.put("position", Integer.toString(position));
        part.put("text", text(section));
        return part;
    }

    private String name(Section section) {
        return section.heading().orElse(article.title());
    }

    /** As people read it, with cautions and warning signs in words. */
    private String text(Section section) {
        return PlainText.text(fragments.html(section));
    }

    private static Map<String, Object> author(Author author) {
        // Without a type: a pack does not say whether a person or an organisation wrote.
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", author.name());
        author.role().ifPresent(role -> node.put("description", role));
        return node;
    }

    /** A licence of the SPDX list by its address; an expression, or none yet, in words. */
    private Object license() {
        String license = manifest.license();
        return license.matches("[A-Za-z0-9.-]+") && !license.startsWith("LicenseRef-")
                ? SPDX + license
                : node("CreativeWork", "name", labels.license(license));
    }

    private static Map<String, Object> origin(Provenance provenance) {
        Map<String, Object> origin = node("CreativeWork", "name", provenance.title());
        origin.put("publisher", node("Organization", "name", provenance.site()));
        origin.put("creditText", provenance.byline());
        return origin;
    }

    private static Map<String, Object> citation(Source source) {
        Map<String, Object> page = node("WebPage", "name", source.title());
        page.put("url", source.url().toString());
        page.put("publisher", node("Organization", "name", source.publisher()));
        return page;
    }

    private static Map<String, Object> digest(String digest) {
        Map<String, Object> value = node("PropertyValue", "propertyID", "contentDigest");
        value.put("value", digest);
        return value;
    }
}
