package org.contentpack.manifest;

/** The parts of a pack that are read as text: which rules speak of a defect depends on it. */
enum Part {
    MANIFEST("MAN"),
    ARTICLE("ART");

    private final String group;

    Part(String group) {
        this.group = group;
    }

    /** The three letters of the part's rule codes. */
    String group() {
        return group;
    }
}
