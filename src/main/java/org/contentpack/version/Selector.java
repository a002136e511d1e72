package org.contentpack.version;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a URL where a version is due: an exact version, a range, or the name of a channel.
 */
public sealed interface Selector {

    /** Chooses exactly one release. */
    record Exact(Version version) implements Selector {}

    /** Chooses the highest release in a range. */
    record Within(Range range) implements Selector {}

    /** Chooses the release that a channel points at now. */
    record Named(ChannelName channel) implements Selector {}

    /**
     * A moving name for a release.
     *
     * @param value {@code [a-z][a-z0-9-]{1,31}}, and nothing that reads as a version or range
     */
    record ChannelName(String value) {

        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");
        private static final Pattern READS_AS_VERSION = Pattern.compile("[vx][0-9x*-].*");

        /** The computed channel: the highest stable release. */
        public static final ChannelName LATEST = new ChannelName("latest");

        public ChannelName {
            if (!isChannelName(value)) {
                throw new IllegalArgumentException(
                        "channel must match [a-z][a-z0-9-]{1,31} and not read as a version: \""
                                + value
                                + "\"");
            }
        }

        static boolean isChannelName(String text) {
            return FORM.matcher(text).matches()
                    && !READS_AS_VERSION.matcher(text).matches()
                    && Range.parse(text).isEmpty();
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** The selector that the text spells, or empty where it spells none. */
    static Optional<Selector> parse(String text) {
        return Version.parse(text)
                .<Selector>map(Exact::new)
                .or(
                        () ->
                                ChannelName.isChannelName(text)
                                        ? Optional.of(new Named(new ChannelName(text)))
                                        : Optional.empty())
                .or(() -> Range.parse(text).map(Within::new));
    }
}
