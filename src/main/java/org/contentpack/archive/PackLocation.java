package org.contentpack.archive;

import java.util.Comparator;

/**
 * Where a pack stands among others: {@code <id>/<version>/}, its list beside it. What the folders
 * are called, not what the pack's manifest says; a rule compares the two.
 *
 * @param version empty where the folder {@code id} itself cannot be looked into
 */
public record PackLocation(String id, String version) implements Comparable<PackLocation> {

    static final String LIST_SUFFIX = ".sha256";

    private static final Comparator<PackLocation> ORDER =
            Comparator.comparing(PackLocation::id).thenComparing(PackLocation::version);

    /** {@code 1.1.0.sha256}: the list's name in the folder {@code id}. */
    public String listName() {
        return version + LIST_SUFFIX;
    }

    /** {@code 1.1.0.jws}: the name of the file of signatures in the folder {@code id}. */
    public String signaturesName() {
        return version + ".jws";
    }

    /** By id, then by version, both as plain text: {@code 1.10.0} before {@code 1.9.0}. */
    @Override
    public int compareTo(PackLocation other) {
        return ORDER.compare(this, other);
    }

    /** {@code leg-cramps-at-night/1.1.0}. */
    @Override
    public String toString() {
        return id + "/" + version;
    }
}
