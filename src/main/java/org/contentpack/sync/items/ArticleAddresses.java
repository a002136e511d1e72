package org.contentpack.sync.items;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.render.BlockMarkup;

/**
 * How links to other articles are written in canonical texts, {@code
 * contentpack:article:<id>:<language>}, and how in the site: where readers find an article, only
 * the target's settings know. Immutable.
 */
public final class ArticleAddresses {

    /** Where readers find an article, unless the target says otherwise. */
    public static final String USUAL = "/{language}/{article}";

    private static final String PREFIX = BlockMarkup.SCHEME + ":article:";

    private static final Pattern REFERENCE =
            Pattern.compile(PREFIX + "([a-z0-9-]+):([A-Za-z0-9-]+)(#.*)?", Pattern.DOTALL);

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:https?://[^\\s\"'<>{}?#]+)?/[^\\s\"'<>{}]*(?:\\{(?:language|article)}[^\\s\"'<>{}]*){1,2}");

    private final String form;
    private final Pattern address;

    private ArticleAddresses(String form) {
        this.form = form;
        this.address = pattern(form);
    }

    /**
     * Addresses of one site.
     *
     * @param form the address of an article, with {@code {article}} and {@code {language}} in it;
     *     empty is answered where one of them is missing
     */
    public static Optional<ArticleAddresses> of(String form) {
        boolean isForm =
                FORM.matcher(form).matches()
                        && form.contains("{language}")
                        && form.contains("{article}");
        return isForm ? Optional.of(new ArticleAddresses(form)) : Optional.empty();
    }

    private static Pattern pattern(String form) {
        Map<String, String> groups = new TreeMap<>();
        groups.put("article", "(?<article>[a-z][a-z0-9-]{0,99})");
        groups.put("language", "(?<language>[A-Za-z0-9-]{2,35})");
        StringBuilder pattern = new StringBuilder();
        Matcher hole = Pattern.compile("\\{(language|article)}").matcher(form);
        int from = 0;
        while (hole.find()) {
            pattern.append(Pattern.quote(form.substring(from, hole.start())));
            pattern.append(groups.get(hole.group(1)));
            from = hole.end();
        }
        return Pattern.compile(
                pattern + Pattern.quote(form.substring(from)) + "(?<fragment>#.*)?",
                Pattern.DOTALL);
    }

    /** The reference to an article. */
    public static String reference(String id, String language) {
        return PREFIX + id + ":" + language;
    }

    /** The reference that an address of the site is; empty where it leads elsewhere. */
    public Optional<String> canonical(String address) {
        Matcher article = this.address.matcher(address);
        return article.matches()
                ? Optional.of(
                        reference(article.group("article"), article.group("language"))
                                + Optional.ofNullable(article.group("fragment")).orElse(""))
                : Optional.empty();
    }

    /** The address of the site for a reference; empty for what is none. */
    public Optional<String> resolved(String reference) {
        Matcher article = REFERENCE.matcher(reference);
        return article.matches()
                ? Optional.of(
                        form.replace("{article}", article.group(1))
                                        .replace("{language}", article.group(2))
                                + Optional.ofNullable(article.group(3)).orElse(""))
                : Optional.empty();
    }
}
