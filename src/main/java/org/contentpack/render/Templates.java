package org.contentpack.render;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The pages' templates, compiled once. Values are escaped for HTML unless a template says not to.
 */
final class Templates {

    private Templates() {}

    static Template load(String name) {
        return Mustache.compiler()
                .withLoader(Templates::open)
                .emptyStringIsFalse(true)
                .nullValue("")
                .compile(open(name));
    }

    /** A file that pages load, as it is. */
    static byte[] bytes(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no such file: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream in = Templates.class.getResourceAsStream(name + ".mustache");
        if (in == null) {
            throw new UncheckedIOException(new IOException("no such template: " + name));
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
