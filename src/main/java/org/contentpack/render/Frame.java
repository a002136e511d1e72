package org.contentpack.render;

import java.util.HashMap;
import java.util.Map;

/**
 * What all pages for editors have around their content.
 *
 * @param base that addresses on the page begin with; empty where they are absolute paths
 * @param caller who has signed in; empty on a page before that
 * @param csrf what every form on the page sends
 */
public record Frame(String base, String caller, String csrf) {

    /** What a template is given. */
    Map<String, Object> model(String title) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("base", base);
        model.put("caller", caller);
        model.put("csrf", csrf);
        return model;
    }
}
