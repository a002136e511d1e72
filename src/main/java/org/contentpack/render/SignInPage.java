package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.Map;

/** Where a token is given for a session. */
public final class SignInPage {

    private static final Template TEMPLATE = Templates.load("sign-in");

    private SignInPage() {}

    /**
     * The page.
     *
     * @param to the path to go on to
     * @param message why it did not succeed; empty at first
     */
    public static String html(Frame frame, String to, String message) {
        Map<String, Object> model = frame.model("Sign in");
        model.put("to", to);
        model.put("message", message);
        return TEMPLATE.execute(model);
    }
}
