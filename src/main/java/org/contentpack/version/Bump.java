package org.contentpack.version;

import java.util.Locale;

/**
 * The size of a step from one version to the next, smallest first.
 *
 * @see <a href="https://semver.org/spec/v2.0.0.html">SemVer 2.0.0, sections 6 to 8</a>
 */
public enum Bump {
    PATCH,
    MINOR,
    MAJOR;

    /** The larger of both. */
    public Bump or(Bump other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** True where {@code to} is at least a step of this size above {@code from}. */
    public boolean isReachedBy(Version from, Version to) {
        return to.core().compareTo(from.next(this)) >= 0;
    }

    /** The lower-case name used in JSON and in messages. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
