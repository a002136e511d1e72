package org.contentpack.version;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semver4j.Semver;
import org.semver4j.processor.AllVersionsProcessor;
import org.semver4j.processor.CaretProcessor;
import org.semver4j.processor.HyphenProcessor;
import org.semver4j.processor.Processor;
import org.semver4j.processor.TildeProcessor;
import org.semver4j.processor.XRangeProcessor;
import org.semver4j.range.RangeList;
import org.semver4j.range.RangeListFactory;

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

    private static final Pattern LONE_ANY =
            Pattern.compile("(?<before>^|[ |])[xX*](?:\\.[xX*])*(?=$|[ |])");
    private static final Pattern CARET_ZERO =
            Pattern.compile("(?<before>^|[ |])\\^0(?:\\.[xX*])*(?=$|[ |])");

    private static final Processor[] NODE_SEMVER = {
        new AllVersionsProcessor(),
        new HyphenProcessor(),
        new CaretProcessor(),
        new TildeProcessor(),
        new XRangeProcessor()
    };

    private final String text;
    private final RangeList list;

    private Range(String text, RangeList list) {
        this.text = text;
        this.list = list;
    }

    /** The range that the text spells, or empty where it spells none within the limits. */
    public static Optional<Range> parse(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Range(text, RangeListFactory.create(plain(text), false, NODE_SEMVER)));
    }

    /**
     * The range without the spellings that the library reads otherwise than node-semver does: it
     * takes {@code x} for no version at all and {@code ^0} for every version.
     */
    private static String plain(String text) {
        String withoutAny = LONE_ANY.matcher(text).replaceAll("${before}*");
        return CARET_ZERO.matcher(withoutAny).replaceAll("${before}0");
    }

    public boolean contains(Version version) {
        return list.isSatisfiedBy(new Semver(version.withoutBuild().text()));
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
