package org.contentpack.ingest;

/** What a source may say of an article beside its text. */
enum Fact {
    TITLE,
    SUMMARY,
    BYLINE,
    /** The name or host of the site that it stood on. */
    SITE,
    /** Its own address. */
    ADDRESS,
    LANGUAGE,
    PUBLISHED,
    CHANGED,
    /** The part of the address that names it. */
    SLUG
}
