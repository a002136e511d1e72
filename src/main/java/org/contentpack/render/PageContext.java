package org.contentpack.render;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * What a page says beside the text it shows.
 *
 * @param release the release that the text is part of
 * @param addresses in that release
 * @param newer the highest stable release where it is higher than this one
 * @param formats addresses of other representations of the same thing, by name
 * @param readable versions in which the same thing can be read, this one among them, highest first
 */
public record PageContext(
        Release release,
        Addresses addresses,
        Optional<Version> newer,
        List<Format> formats,
        List<Choice> readable) {

    public PageContext {
        formats = List.copyOf(formats);
        readable = List.copyOf(readable);
    }

    /** What says nothing about other versions. */
    public PageContext(
            Release release, Addresses addresses, Optional<Version> newer, List<Format> formats) {
        this(release, addresses, newer, formats, List.of());
    }

    /** Another representation. */
    public record Format(String name, String mediaType, String url) {}

    /**
     * The same thing in one version.
     *
     * @param since the day from which it is there
     * @param comparison address of what differs between it and this one; empty for this one
     */
    public record Choice(
            Version version, LocalDate since, String url, Optional<String> comparison) {}
}
