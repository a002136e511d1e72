package org.contentpack.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;

/**
 * The plugin for WordPress as the zip that WordPress installs: a folder {@code contentpack} with
 * {@code contentpack.php} in it. Its bytes are a function of the plugin's files alone. Safe for use
 * by several threads.
 */
public final class CompanionPlugin {

    private final byte[] zip;

    private CompanionPlugin(byte[] zip) {
        this.zip = zip;
    }

    /** Packs the plugin's files, whose paths begin with its folder. */
    public static CompanionPlugin of(PackFiles files) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        CanonicalArchive.write(files, zip);
        return new CompanionPlugin(zip.toByteArray());
    }

    byte[] zip() {
        return zip.clone();
    }
}
