package org.contentpack.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;

/**
 * Writes releases as the import file of one CMS, for people who carry it there, against a connector
 * of {@code sync}, which goes there itself.
 *
 * <p>The bytes depend on the view alone: no clock, no locale, no version of Java. What does not fit
 * into memory is written as it is read. Immutable.
 */
public interface Exporter {

    /** The word in addresses, such as {@code wordpress}. */
    String id();

    /** With its charset where it is text. */
    String mediaType();

    /** What the file is called when it is kept. */
    String fileName(ReleaseId release);

    /** Writes the file; the stream is left open. */
    void write(ReleaseView view, OutputStream out) throws IOException;

    /**
     * The asset that the file names in its own way, where it points back at this server.
     *
     * @param named such as {@code assets/calf-stretch-0123456789abcdef.svg}
     */
    default Optional<FilePath> asset(Release release, FilePath named) {
        return Optional.empty();
    }
}
