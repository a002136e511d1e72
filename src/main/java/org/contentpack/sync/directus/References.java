package org.contentpack.sync.directus;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.contentpack.render.BlockMarkup;

/**
 * How pictures and other articles are written in canonical texts, and how in the site.
 *
 * <p>{@code contentpack:asset:<uuid>} stands for a picture. The uuid is made of its digest (version
 * 8 of RFC 9562, which Directus never makes itself) and is the id of the file in Directus, so that
 * a picture is recognised at any address of the site, without asking. {@code
 * contentpack:article:<id>:<language>} stands for an article; where readers find it, only the
 * target's settings know.
 */
final class References {

    /** Where readers find an article, unless the target says otherwise. */
    static final String ARTICLE_URL = "/{language}/{article}";

    private static final String ASSET = BlockMarkup.SCHEME + ":asset:";
    private static final String ARTICLE = BlockMarkup.SCHEME + ":article:";

    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final Pattern ASSET_REFERENCE =
            Pattern.compile(ASSET + "(" + UUID + ")(.*)", Pattern.DOTALL);

    /** With a bound, so that a text of nothing but beginnings of addresses is read in time. */
    private static final Pattern ASSET_ADDRESS =
            Pattern.compile(
                    "(?:https?://[^\\s\"'<>?#]{0,1000})?/assets/(" + UUID + ")(.*)",
                    Pattern.DOTALL);

    private static final Pattern ARTICLE_REFERENCE =
            Pattern.compile(ARTICLE + "([a-z0-9-]+):([A-Za-z0-9-]+)(#.*)?", Pattern.DOTALL);

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:https?://[^\\s\"'<>{}?#]+)?/[^\\s\"'<>{}]*(?:\\{(?:language|article)}[^\\s\"'<>{}]*){1,2}");

    private final String site;
    private final String form;
    private final Pattern articleAddress;

    private References(String site, String form) {
        this.site = site;
        this.form = form;
        this.articleAddress = pattern(form);
    }

    /**
     * @param site the site's address without a slash at its end
     * @param form the address of an article, with {@code {article}} and {@code {language}} in it;
     *     empty is answered where one of them is missing
     */
    static Optional<References> of(String site, String form) {
        boolean isForm =
                FORM.matcher(form).matches()
                        && form.contains("{language}")
                        && form.contains("{article}");
        return isForm ? Optional.of(new References(site, form)) : Optional.empty();
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

    /** The id of a picture's file: the digest's first 122 bits that a uuid has room for. */
    static String uuid(Digest digest) {
        String hex = digest.hex();
        char variant = "89ab".charAt(Character.digit(hex.charAt(16), 16) & 3);
        return hex.substring(0, 8)
                + "-"
                + hex.substring(8, 12)
                + "-8"
                + hex.substring(13, 16)
                + "-"
                + variant
                + hex.substring(17, 20)
                + "-"
                + hex.substring(20, 32);
    }

    /** The reference to a picture. */
    static String asset(Digest digest) {
        return ASSET + uuid(digest);
    }

    /** The reference to an article. */
    static String article(String id, String language) {
        return ARTICLE + id + ":" + language;
    }

    /** The address of an attribute in canonical form; as it is where it is none of ours. */
    String canonical(String address) {
        Matcher asset = ASSET_ADDRESS.matcher(address);
        if (asset.matches()) {
            return ASSET + asset.group(1) + asset.group(2);
        }
        Matcher article = articleAddress.matcher(address);
        return article.matches()
                ? article(article.group("article"), article.group("language"))
                        + Optional.ofNullable(article.group("fragment")).orElse("")
                : address;
    }

    /** The address of an attribute as it stands in the site. */
    String resolved(String address) {
        Matcher asset = ASSET_REFERENCE.matcher(address);
        if (asset.matches()) {
            return site + "/assets/" + asset.group(1) + asset.group(2);
        }
        Matcher article = ARTICLE_REFERENCE.matcher(address);
        return article.matches()
                ? form.replace("{article}", article.group(1))
                                .replace("{language}", article.group(2))
                        + Optional.ofNullable(article.group(3)).orElse("")
                : address;
    }

    /** The ids of the pictures that a canonical text shows, sorted. */
    static Set<String> assets(String canonical) {
        Set<String> ids = new TreeSet<>();
        Matcher found = Pattern.compile(ASSET + "(" + UUID + ")").matcher(canonical);
        while (found.find()) {
            ids.add(found.group(1));
        }
        return ids;
    }
}
