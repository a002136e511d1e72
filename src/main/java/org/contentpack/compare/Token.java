package org.contentpack.compare;

/**
 * The smallest piece of a text that merging takes or leaves as a whole.
 *
 * @param text never empty
 */
record Token(Kind kind, String text) {

    enum Kind {
        /** Letters and digits. */
        WORD,
        SPACE,
        /** An HTML tag or a comment, as a whole. */
        MARK,
        /** Anything else: a punctuation mark, a symbol, a character reference. */
        SIGN
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
