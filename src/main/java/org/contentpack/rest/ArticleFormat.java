package org.contentpack.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an article or a section can be had as; the first is the default. */
enum ArticleFormat {
    JSON("application/json", "application/json", "json", "JSON"),
    HTML("text/html", "text/html;charset=utf-8", "html", "HTML"),
    MARKDOWN("text/markdown", "text/markdown;charset=utf-8", "md", "Markdown"),
    LINKED_DATA("application/ld+json", "application/ld+json", "jsonld", "JSON-LD");

    private final String mediaType;
    private final String contentType;
    private final String ending;
    private final String title;

    ArticleFormat(String mediaType, String contentType, String ending, String title) {
        this.mediaType = mediaType;
        this.contentType = contentType;
        this.ending = ending;
        this.title = title;
    }

    /** The media type with its charset where it is text. */
    String contentType() {
        return contentType;
    }

    /** What readers call it. */
    String title() {
        return title;
    }

    /** An id and the ending that names a format by itself, as in {@code dehydration.json}. */
    record Named(String id, Optional<ArticleFormat> format) {

        static Named parse(String segment) {
            int dot = segment.lastIndexOf('.');
            Optional<ArticleFormat> format =
                    dot < 0
                            ? Optional.empty()
                            : Arrays.stream(values())
                                    .filter(f -> f.ending.equals(segment.substring(dot + 1)))
                                    .findFirst();
            return new Named(format.isPresent() ? segment.substring(0, dot) : segment, format);
        }
    }

    /** How addresses end that name a format. */
    static List<String> endings() {
        return Arrays.stream(values()).map(f -> "." + f.ending).toList();
    }

    /** The address that names just this format of something. */
    String url(String address, String query) {
        return address + "." + ending + query;
    }

    /** All formats of something, for a client to choose among. */
    static List<Problem.Variant> variants(String address, String query) {
        return Arrays.stream(values())
                .map(f -> new Problem.Variant(f.mediaType, f.url(address, query)))
                .toList();
    }

    static ArticleFormat of(String mediaType) {
        return Arrays.stream(values())
                .filter(f -> f.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    String mediaType() {
        return mediaType;
    }
}
