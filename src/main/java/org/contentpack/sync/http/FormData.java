package org.contentpack.sync.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contentpack.pack.Digest;

/**
 * A file with fields beside it, as forms send them. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
public final class FormData {

    private final String boundary;
    private final byte[] body;

    /**
     * @param fields stand before the file, sorted by name
     * @param name of the file's field
     * @param fileName visible ASCII characters without quotes
     */
    public FormData(
            Map<String, String> fields, String name, String fileName, String type, byte[] file) {
        this.boundary = "contentpack-" + Digest.of(file).hex();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TreeMap<>(fields)
                .forEach(
                        (field, value) ->
                                out.writeBytes(
                                        text(
                                                "--%s\r\nContent-Disposition: form-data;"
                                                        + " name=\"%s\"\r\n\r\n%s\r\n",
                                                boundary, field, value)));
        out.writeBytes(
                text(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                                + "Content-Type: %s\r\n\r\n",
                        boundary, name, fileName, type));
        out.writeBytes(file);
        out.writeBytes(text("\r\n--%s--\r\n", boundary));
        this.body = out.toByteArray();
    }

    private static byte[] text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).getBytes(StandardCharsets.UTF_8);
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] body() {
        return body.clone();
    }
}
