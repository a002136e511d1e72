package org.contentpack.sync.strapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.contentpack.render.BlockMarkup;
import org.contentpack.sync.items.ArticleAddresses;

/**
 * How pictures and other articles are written in canonical texts, and how in the site.
 *
 * <p>{@code contentpack:asset:<digits>} stands for a picture. The digits are the first of its
 * digest; they stand in the name that we give its file, of which Strapi makes the name in its store
 * and so the address, once and for ever: a picture is recognised at any address of the site without
 * asking, whatever editors call it. Smaller sizes that Strapi makes are other pictures. Links to
 * other articles are {@link ArticleAddresses}.
 */
final class References {

    /** Digits of a digest, of 4 bits each. */
    private static final int DIGITS = 16;

    private static final String ASSET = BlockMarkup.SCHEME + ":asset:";

    private static final Pattern ASSET_REFERENCE =
            Pattern.compile(ASSET + "([0-9a-f]{" + DIGITS + "})");

    /** With bounds, so that a text of nothing but beginnings of addresses is read in time. */
    private static final Pattern ASSET_ADDRESS =
            Pattern.compile(
                    "[^\\s\"'<>()?#]{0,1000}/(?!(?:thumbnail|small|medium|large|xsmall)_)"
                            + "[A-Za-z0-9_.-]{0,200}_([0-9a-f]{"
                            + DIGITS
                            + "})_[A-Za-z0-9]{1,40}\\.[a-z]{3,4}");

    /** Where Markdown has the address of a link or a picture. */
    private static final Pattern DESTINATION = Pattern.compile("(?<=]\\()[^\\s()<>]{1,2000}");

    private final ArticleAddresses articles;

    References(ArticleAddresses articles) {
        this.articles = articles;
    }

    /** The digits by which a picture is known. */
    static String digits(Digest digest) {
        return digest.hex().substring(0, DIGITS);
    }

    /** The reference to a picture. */
    static String asset(Digest digest) {
        return ASSET + digits(digest);
    }

    /** A text of the site with references for what is ours. */
    String canonical(String markdown) {
        return mapped(
                markdown,
                address -> {
                    Matcher asset = ASSET_ADDRESS.matcher(address);
                    return asset.matches()
                            ? ASSET + asset.group(1)
                            : articles.canonical(address).orElse(address);
                });
    }

    /**
     * A canonical text with the site's own addresses in it.
     *
     * @param pictures addresses by digits
     */
    String resolved(String canonical, Map<String, String> pictures) {
        return mapped(
                canonical,
                address -> {
                    Matcher asset = ASSET_REFERENCE.matcher(address);
                    return asset.matches()
                            ? pictures.getOrDefault(asset.group(1), address)
                            : articles.resolved(address).orElse(address);
                });
    }

    private static String mapped(String markdown, UnaryOperator<String> addresses) {
        return DESTINATION
                .matcher(markdown)
                .replaceAll(found -> Matcher.quoteReplacement(addresses.apply(found.group())));
    }

    /** Whether an address is that of the picture with these digits. */
    static boolean isOf(String address, String digits) {
        Matcher asset = ASSET_ADDRESS.matcher(address);
        return asset.matches() && asset.group(1).equals(digits);
    }

    /** The digits of the pictures that a canonical text shows, sorted. */
    static Set<String> assets(String canonical) {
        Set<String> digits = new TreeSet<>();
        Matcher found = ASSET_REFERENCE.matcher(canonical);
        while (found.find()) {
            digits.add(found.group(1));
        }
        return digits;
    }

    /** The addresses of our pictures in a text of the site, by digits. */
    static Map<String, String> addresses(String markdown) {
        Map<String, String> addresses = new TreeMap<>();
        Matcher found = DESTINATION.matcher(markdown);
        while (found.find()) {
            Matcher asset = ASSET_ADDRESS.matcher(found.group());
            if (asset.matches()) {
                addresses.putIfAbsent(asset.group(1), found.group());
            }
        }
        return addresses;
    }
}
