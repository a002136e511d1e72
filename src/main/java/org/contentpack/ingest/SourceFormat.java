package org.contentpack.ingest;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file that is taken in is written in. */
public enum SourceFormat {
    /** Lines of text, with nothing but blank lines and bullets to tell what they are. */
    TEXT,
    HTML,
    /** CommonMark, with or without front matter. */
    MARKDOWN,
    /** WordPress eXtended RSS: what "Tools, Export" of a WordPress writes. */
    WXR;

    /** As much of a file as is looked at. */
    private static final int HEAD = 4_096;

    private static final Pattern WXR_HEAD =
            Pattern.compile("<rss\\b[^>]*xmlns:wp=", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_HEAD =
            Pattern.compile(
                    "^\\s*+(?:<!doctype\\s|<html\\b|<head\\b|<body\\b|<article\\b|<main\\b|<div\\b|<p\\b|<h[1-6]\\b|<!--)",
                    Pattern.CASE_INSENSITIVE);

    /** By what the text begins with, then by the name's ending; plain text where neither tells. */
    static SourceFormat of(String fileName, String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD));
        String name = fileName.toLowerCase(Locale.ROOT);
        if (WXR_HEAD.matcher(head).find()) {
            return WXR;
        } else if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return MARKDOWN;
        } else if (HTML_HEAD.matcher(head).find()
                || name.endsWith(".html")
                || name.endsWith(".htm")
                || name.endsWith(".xhtml")) {
            return HTML;
        }
        return name.endsWith(".xml") || name.endsWith(".wxr") ? WXR : TEXT;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
