package org.contentpack.compare;

/**
 * What both sides come from: the content that the last apply took from a release.
 *
 * <p>It is known twice, because a place may change what is written to it. The release has changed a
 * place where its new text is not {@code written}; an editor has where the text that stands there
 * is not {@code read}.
 *
 * @param written as it was made of the release
 * @param read as it was read back after writing; where another text was kept although the release
 *     changed, equal to {@code written}
 */
public record Ancestor(Content written, Content read) {

    /** Nothing is known: whatever either side has, it has added. */
    public static final Ancestor NONE = new Ancestor(Content.EMPTY, Content.EMPTY);

    /** An ancestor that stands as it was written. */
    public static Ancestor of(Content content) {
        return new Ancestor(content, content);
    }
}
