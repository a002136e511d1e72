package org.contentpack.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A text in one language. Its translations share its {@link #id}.
 *
 * @param translates the digest of the source article's file that this translation was made from;
 *     empty where this is the source
 * @param path the file it stands in
 * @param digest of that file's bytes
 * @param sections in the order of the text
 */
public record Article(
        ArticleId id,
        Language language,
        Slug slug,
        String title,
        String summary,
        List<Author> authors,
        List<Tag> tags,
        String audience,
        LocalDate firstPublished,
        LocalDate contentChanged,
        Review review,
        List<Source> sources,
        Optional<String> disclaimer,
        Optional<Digest> translates,
        FilePath path,
        Digest digest,
        List<Section> sections) {

    public Article {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
        sources = List.copyOf(sources);
        sections = List.copyOf(sections);
    }

    public Optional<Section> section(SectionId sectionId) {
        return sections.stream().filter(s -> s.id().equals(sectionId)).findFirst();
    }
}
