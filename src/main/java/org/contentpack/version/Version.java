package org.contentpack.version;

import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/**
 * A semantic version, exactly as written, against {@link Range}, which matches many of them.
 *
 * <p>Two versions that differ in build metadata only are different texts with equal precedence:
 * {@link #equals} tells them apart, {@link #compareTo} does not. A registry therefore keys by
 * {@link #withoutBuild()}.
 *
 * <p>Limits, so that no number is ever rounded and no pattern runs long: at most {@value
 * #MAX_LENGTH} characters, each number at most nine digits.
 *
 * @param text the version as written, for example {@code 1.10.0-rc.1+42}
 * @see <a href="https://semver.org/spec/v2.0.0.html">SemVer 2.0.0, sections 2, 9, 10, 11</a>
 */
public record Version(String text) implements Comparable<Version> {

    /** Longest version text in characters. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern FORM =
            Pattern.compile(
                    "(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})"
                            + "(?:-((?:0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
                            + "(?:\\.(?:0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?"
                            + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");

    public Version {
        if (!isVersion(text)) {
            throw new IllegalArgumentException(
                    "version must be a semantic version of at most 64 characters: \""
                            + text
                            + "\"");
        }
    }

    /** The version that the text spells, or empty where it spells none within the limits. */
    public static Optional<Version> parse(String text) {
        return isVersion(text) ? Optional.of(new Version(text)) : Optional.empty();
    }

    private static boolean isVersion(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    public int major() {
        return semver().getMajor();
    }

    public int minor() {
        return semver().getMinor();
    }

    public int patch() {
        return semver().getPatch();
    }

    /** True for {@code 1.1.0}, false for {@code 1.1.0-rc.1}. */
    public boolean isStable() {
        int minus = text.indexOf('-');
        int plus = text.indexOf('+');
        return minus < 0 || (plus >= 0 && plus < minus);
    }

    /** This version without {@code +build}: what a registry may hold once. */
    public Version withoutBuild() {
        int plus = text.indexOf('+');
        return plus < 0 ? this : new Version(text.substring(0, plus));
    }

    /** The three numbers alone: {@code 1.1.0} of {@code 1.1.0-rc.1+42}. */
    public Version core() {
        return new Version(major() + "." + minor() + "." + patch());
    }

    /** The lowest version that is a step of the given size above this one's three numbers. */
    public Version next(Bump bump) {
        return switch (bump) {
            case MAJOR -> new Version((major() + 1) + ".0.0");
            case MINOR -> new Version(major() + "." + (minor() + 1) + ".0");
            case PATCH -> new Version(major() + "." + minor() + "." + (patch() + 1));
        };
    }

    /**
     * Precedence (SemVer, section 11); build metadata does not count. A look-up compares all
     * releases of a pack, so nothing is taken apart where the numbers decide.
     */
    @Override
    public int compareTo(Version other) {
        int order = compareNumbers(text, other.text);
        return order != 0 || (isStable() && other.isStable())
                ? order
                : semver().compareTo(other.semver());
    }

    private static int compareNumbers(String one, String other) {
        int i = 0;
        int j = 0;
        for (int part = 0; part < 3; part++) {
            int left = 0;
            for (; i < one.length() && isDigit(one.charAt(i)); i++) {
                left = 10 * left + one.charAt(i) - '0';
            }
            int right = 0;
            for (; j < other.length() && isDigit(other.charAt(j)); j++) {
                right = 10 * right + other.charAt(j) - '0';
            }
            if (left != right) {
                return Integer.compare(left, right);
            }
            i++;
            j++;
        }
        return 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    Semver semver() {
        return new Semver(withoutBuild().text);
    }

    @Override
    public String toString() {
        return text;
    }
}
