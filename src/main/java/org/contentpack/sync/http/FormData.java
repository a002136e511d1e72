package org.contentpack.sync.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
                        (field, value) -> {
                            line(out, "--" + boundary);
                            line(out, "Content-Disposition: form-data; name=\"" + field + "\"");
                            line(out, "");
                            line(out, value);
                        });
        line(out, "--" + boundary);
        line(
                out,
                "Content-Disposition: form-data; name=\""
                        + name
                        + "\"; filename=\""
                        + fileName
                        + "\"");
        line(out, "Content-Type: " + type);
        line(out, "");
        out.writeBytes(file);
        line(out, "");
        line(out, "--" + boundary + "--");
        this.body = out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    public byte[] body() {
        return body.clone();
    }
}
