package org.contentpack.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text in one language. Its translations share its {@link #id}.
 *
 * @param sections in the order of the text, with the ids that the head names
 */
public record Article(
        ArticleHead head,
        List<Author> authors,
        List<Tag> tags,
        String audience,
        LocalDate firstPublished,
        LocalDate contentChanged,
        List<Source> sources,
        Optional<String> disclaimer,
        List<Section> sections) {

    public Article {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        sources = List.copyOf(sources);
        sections = List.copyOf(sections);
        if (!sections.stream().map(Section::id).toList().equals(head.sections())) {
            throw new IllegalArgumentException(
                    "an article must have the sections that its head names: " + head.sections());
        }
    }

    public ArticleId id() {
        return head.id();
    }

    public Language language() {
        return head.language();
    }

    public Slug slug() {
        return head.slug();
    }

    public String title() {
        return head.title();
    }

    public String summary() {
        return head.summary();
    }

    public Review review() {
        return head.review();
    }

    /** The digest of the article's file. */
    public Digest digest() {
        return head.digest();
    }

    public Optional<Section> section(SectionId sectionId) {
        return sections.stream().filter(s -> s.id().equals(sectionId)).findFirst();
    }
}
