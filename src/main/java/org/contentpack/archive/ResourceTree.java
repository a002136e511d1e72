package org.contentpack.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/**
 * A place that has files by path but is no folder on disk: the resources of a web application.
 * Several threads may use it at once.
 */
public interface ResourceTree {

    /** The files' paths below this place, as they are called there; no folders. */
    SortedSet<String> paths();

    /**
     * The bytes of one of the {@link #paths}, each time from the first.
     *
     * @throws java.nio.file.AccessDeniedException where the file may not be read
     */
    InputStream open(String path) throws IOException;
}
