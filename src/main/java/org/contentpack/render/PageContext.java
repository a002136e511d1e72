package org.contentpack.render;

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
 */
public record PageContext(
        Release release, Addresses addresses, Optional<Version> newer, List<Format> formats) {

    public PageContext {
        formats = List.copyOf(formats);
    }

    /** Another representation. */
    public record Format(String name, String mediaType, String url) {}
}
