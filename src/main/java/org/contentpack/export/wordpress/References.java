package org.contentpack.export.wordpress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.render.BlockMarkup;

/**
 * How pictures and other articles are written in canonical texts, and how in the site. A picture's
 * address in the site has the first {@value #HEX} digits of its digest in the file name, so that it
 * is recognised wherever it stands, without asking.
 *
 * <p>{@code contentpack:asset:<hex>} stands for a picture, {@code contentpack:article:<id>:<lang>}
 * for an article, which the companion plugin finds wherever it stands by now.
 */
public final class References {

    /** 64 bits: enough to tell the pictures of one site apart. */
    public static final int HEX = 16;

    private static final String ASSET = BlockMarkup.SCHEME + ":asset:";
    private static final String ARTICLE = BlockMarkup.SCHEME + ":article:";

    private static final Pattern ASSET_REFERENCE = Pattern.compile(ASSET + "([0-9a-f]{16})");

    private static final Pattern ARTICLE_REFERENCE =
            Pattern.compile(ARTICLE + "([a-z0-9-]+):([A-Za-z0-9-]+)");

    /**
     * What WordPress adds to names: a size, {@code -scaled}, a number. With a bound, so that a text
     * of nothing but beginnings of addresses is looked through in time.
     */
    private static final Pattern ASSET_ADDRESS =
            Pattern.compile(
                    "https?://[^\\s\"'<>]{0,1000}-([0-9a-f]{16})(?:-\\d+x\\d+|-scaled|-\\d{1,3})?\\.[a-z]{3,4}");

    /** A picture at an address that is not of the site: the fragment tells which it is. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("[^\\s\"'<>]*#" + BlockMarkup.SCHEME + "-([0-9a-f]{16})");

    private static final Pattern ARTICLE_ADDRESS =
            Pattern.compile(
                    "[^\\s\"'<>]*\\?contentpack_article=([a-z0-9-]+)&contentpack_language=([A-Za-z0-9-]+)(#[^\\s\"'<>]*)?");

    private References() {}

    /** The reference to a picture. */
    public static String asset(Digest digest) {
        return ASSET + digest.hex().substring(0, HEX);
    }

    /** The reference to an article. */
    public static String article(String id, String language) {
        return ARTICLE + id + ":" + language;
    }

    /** The name of the file in the site. */
    public static String fileName(FilePath path, Digest digest) {
        return named(path.name(), digest);
    }

    /** A path or address of a picture with the digits of its digest in the file name. */
    static String named(String address, Digest digest) {
        int dot = address.lastIndexOf('.');
        return address.substring(0, dot)
                + "-"
                + digest.hex().substring(0, HEX)
                + address.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The address of an attribute in canonical form; as it is where it is none of ours. */
    static String canonical(String address) {
        Matcher asset = ASSET_ADDRESS.matcher(address);
        if (asset.matches()) {
            return ASSET + asset.group(1);
        }
        Matcher elsewhere = ELSEWHERE.matcher(address);
        if (elsewhere.matches()) {
            return ASSET + elsewhere.group(1);
        }
        Matcher article = ARTICLE_ADDRESS.matcher(address);
        return article.matches()
                ? article(article.group(1), article.group(2))
                        + Optional.ofNullable(article.group(3)).orElse("")
                : address;
    }

    /** The address of a picture that does not stand in the site, so that it is known again. */
    public static String elsewhere(String address, String hex) {
        return address + "#" + BlockMarkup.SCHEME + "-" + hex;
    }

    /** The digits of all pictures that a canonical text shows. */
    public static Set<String> assets(String text) {
        Set<String> assets = new TreeSet<>();
        Matcher matcher = ASSET_REFERENCE.matcher(text);
        while (matcher.find()) {
            assets.add(matcher.group(1));
        }
        return assets;
    }

    /** The addresses of pictures in a text as it stands in the site, by their digits. */
    public static Map<String, String> addresses(String text) {
        Map<String, String> addresses = new TreeMap<>();
        Matcher matcher = ASSET_ADDRESS.matcher(text);
        while (matcher.find()) {
            addresses.putIfAbsent(matcher.group(1), matcher.group());
        }
        return addresses;
    }

    /**
     * A canonical text with a place's addresses in it.
     *
     * @param assets addresses by digits
     * @param site the address of the site with a slash at its end; empty where it is not known: the
     *     plugin leads readers from any address of the site
     */
    public static String resolved(
            String text, Function<String, Optional<String>> assets, String site) {
        String withAssets =
                ASSET_REFERENCE
                        .matcher(text)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                assets.apply(found.group(1))
                                                        .orElse(found.group())));
        return ARTICLE_REFERENCE
                .matcher(withAssets)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        site
                                                + "?contentpack_article="
                                                + found.group(1)
                                                + "&amp;contentpack_language="
                                                + found.group(2)));
    }
}
