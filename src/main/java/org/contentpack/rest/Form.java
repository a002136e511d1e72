package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a form of a page sends, each field once. Line ends are line feeds, whatever the browser
 * makes of them.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL standard</a>
 */
final class Form {

    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    /** Longest form in bytes; one that decides of many long texts is large. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final String ATTRIBUTE = Form.class.getName();

    private final Query fields;

    private Form(Query fields) {
        this.fields = fields;
    }

    /** Reads the body and keeps it for {@link #of}. */
    static Form read(HttpServletRequest request, int maxBytes) throws IOException {
        if (!BodyKind.of(request).equals(MEDIA_TYPE)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.UNSUPPORTED_MEDIA_TYPE, "This address takes a form only."));
        }
        byte[] bytes = ArrivingBody.whole(request, maxBytes, "The form");
        Form form = new Form(Query.parse(new String(bytes, StandardCharsets.UTF_8)));
        request.setAttribute(ATTRIBUTE, form);
        return form;
    }

    /** The form that {@link PageAccess} has read. */
    static Form of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Form form) {
            return form;
        }
        throw new IllegalStateException("only a form that was checked can be used");
    }

    /** A field; empty where it is not there or blank. */
    Optional<String> field(String name) {
        return fields.one(name)
                .map(text -> text.replace("\r\n", "\n"))
                .filter(text -> !text.isBlank());
    }

    /** A field as it is, the blank one too. */
    Optional<String> text(String name) {
        return fields.one(name).map(text -> text.replace("\r\n", "\n"));
    }
}
