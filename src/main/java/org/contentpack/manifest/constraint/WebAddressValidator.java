package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks {@link WebAddress}. */
public final class WebAddressValidator implements ConstraintValidator<WebAddress, String> {

    /** Longest address in characters: what browsers and proxies commonly take. */
    static final int MAX_LENGTH = 2_000;

    private static final Set<String> KNOWN = Set.of("https", "mailto");

    private Set<String> schemes = Set.of();

    @Override
    public void initialize(WebAddress constraint) {
        schemes = Set.of(constraint.schemes());
        if (schemes.isEmpty() || !KNOWN.containsAll(schemes)) {
            throw new IllegalArgumentException("schemes must be some of " + KNOWN + ": " + schemes);
        }
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || (text.length() <= MAX_LENGTH && isAddress(text));
    }

    private boolean isAddress(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return false;
        }
        if (!text.equals(uri.toASCIIString()) || uri.getScheme() == null) {
            return false;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme)) {
            return false;
        }
        return scheme.equals("https")
                ? uri.getHost() != null && uri.getUserInfo() == null
                : isMailbox(uri.getSchemeSpecificPart());
    }

    private static boolean isMailbox(String part) {
        int at = part.indexOf('@');
        return at > 0 && at < part.length() - 1 && part.indexOf('@', at + 1) < 0;
    }
}
