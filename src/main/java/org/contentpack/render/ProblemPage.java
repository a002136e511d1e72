package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.Map;

/** What an editor is told where a page or a form cannot do what it was asked. */
public final class ProblemPage {

    private static final Template TEMPLATE = Templates.load("trouble");

    private ProblemPage() {}

    /**
     * The page.
     *
     * @param back the page that it happened on
     */
    public static String html(Frame frame, String title, String detail, String back) {
        Map<String, Object> model = frame.model(title);
        model.put("detail", detail);
        model.put("back", back);
        return TEMPLATE.execute(model);
    }
}
