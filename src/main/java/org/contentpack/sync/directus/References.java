package org.contentpack.sync.directus;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.contentpack.render.BlockMarkup;
import org.contentpack.sync.items.ArticleAddresses;

/**
 * How pictures and other articles are written in canonical texts, and how in the site.
 *
 * <p>{@code contentpack:asset:<uuid>} stands for a picture. The uuid is made of its digest (version
 * 8 of RFC 9562, which Directus never makes itself) and is the id of the file in Directus, so that
 * a picture is recognised at any address of the site, without asking. Links to other articles are
 * {@link ArticleAddresses}.
 */
final class References {

    private static final String ASSET = BlockMarkup.SCHEME + ":asset:";

    private static final String UUID =
            "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final Pattern ASSET_REFERENCE =
            Pattern.compile(ASSET + "(" + UUID + ")(.*)", Pattern.DOTALL);

    /** With a bound, so that a text of nothing but beginnings of addresses is read in time. */
    private static final Pattern ASSET_ADDRESS =
            Pattern.compile(
                    "(?:https?://[^\\s\"'<>?#]{0,1000})?/assets/(" + UUID + ")(.*)",
                    Pattern.DOTALL);

    private final String site;
    private final ArticleAddresses articles;

    /**
     * @param site the site's address without a slash at its end
     */
    References(String site, ArticleAddresses articles) {
        this.site = site;
        this.articles = articles;
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

    /** The address of an attribute in canonical form; as it is where it is none of ours. */
    String canonical(String address) {
        Matcher asset = ASSET_ADDRESS.matcher(address);
        if (asset.matches()) {
            return ASSET + asset.group(1) + asset.group(2);
        }
        return articles.canonical(address).orElse(address);
    }

    /** The address of an attribute as it stands in the site. */
    String resolved(String address) {
        Matcher asset = ASSET_REFERENCE.matcher(address);
        if (asset.matches()) {
            return site + "/assets/" + asset.group(1) + asset.group(2);
        }
        return articles.resolved(address).orElse(address);
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
