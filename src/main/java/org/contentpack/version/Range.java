package org.contentpack.version;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A set of versions by rule, such as {@code ^1.0} or {@code 1}, against {@link Version}, which is
 * one.
 *
 * <p>The grammar and the treatment of pre-releases are node-semver's: a pre-release matches only
 * where a comparator with the same three numbers names one. Of its notations these are left out,
 * each because a URL or a channel name could be read as it: a leading {@code v}, {@code =v}, the
 * empty range, {@code latest}.
 *
 * @see <a href="https://github.com/npm/node-semver#ranges">node-semver, Ranges</a>
 */
public final class Range {

    /** Longest range text in characters. */
    public static final int MAX_LENGTH = 128;

    private static final String NUMBER = "(?:0|[1-9][0-9]{0,8})";
    private static final String IDENTIFIER =
            "(?:[0-9]*+[A-Za-z-][0-9A-Za-z-]*+|" + NUMBER + "(?![0-9]))";
    private static final String PRE_RELEASE = "-" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*+";
    private static final String ANY = "[xX*](?:\\.[xX*]){0,2}";
    private static final String PATCH = "(?:[xX*]|" + NUMBER + "(?:" + PRE_RELEASE + ")?)";
    private static final String MINOR = "(?:" + ANY + "|" + NUMBER + "(?:\\." + PATCH + ")?)";
    private static final String PARTIAL = "(?:" + ANY + "|" + NUMBER + "(?:\\." + MINOR + ")?)";
    private static final String SIMPLE = "(?:(?:[<>]=?|=|~|\\^)?" + PARTIAL + ")";
    private static final String SET =
            "(?:" + PARTIAL + " - " + PARTIAL + "|" + SIMPLE + "(?: " + SIMPLE + ")*+)";
    private static final Pattern FORM = Pattern.compile(SET + "(?: ?\\|\\| ?" + SET + ")*+");

    private static final Pattern OR = Pattern.compile(" ?\\|\\| ?");

    private final String text;
    private final List<ComparatorSet> sets;

    private Range(String text, List<ComparatorSet> sets) {
        this.text = text;
        this.sets = sets;
    }

    /** The range that the text spells, or empty where it spells none within the limits. */
    public static Optional<Range> parse(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        List<ComparatorSet> sets = OR.splitAsStream(text).map(ComparatorSet::of).toList();
        Optional<ComparatorSet> any = sets.stream().filter(ComparatorSet::isAny).findFirst();
        return Optional.of(new Range(text, any.map(List::of).orElse(sets)));
    }

    public boolean contains(Version version) {
        return sets.stream().anyMatch(set -> set.isSatisfiedBy(version));
    }

    /** The highest of the versions that this range contains, or empty where it contains none. */
    public Optional<Version> highest(Collection<Version> versions) {
        return versions.stream().filter(this::contains).max(Comparator.naturalOrder());
    }

    @Override
    public String toString() {
        return text;
    }
}
