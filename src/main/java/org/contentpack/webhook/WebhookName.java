package org.contentpack.webhook;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a webhook in configuration, addresses and messages.
 *
 * @param value lower-case words joined by - that begin with a letter, at most 60 characters
 */
public record WebhookName(String value) {

    private static final Pattern FORM =
            Pattern.compile("(?=.{1,60}$)[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+");

    public WebhookName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "webhook name must be lower-case words joined by - that begin with a letter, at"
                            + " most 60 characters: \""
                            + value
                            + "\"");
        }
    }

    public static Optional<WebhookName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new WebhookName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
