package org.contentpack.sync.ghost;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Release;
import org.contentpack.render.BlockMarkup;

/**
 * How pictures and other articles are written in canonical texts, and how in the site.
 *
 * <p>{@code contentpack:asset:<16 digits of the digest>} stands for a picture; its file in Ghost
 * has these digits in its name, so that it is recognised at any address. {@code
 * contentpack:post:<slug>} stands for another article: Ghost finds posts by their slugs.
 */
final class References {

    /** Where readers find a post, unless the target says otherwise. */
    static final String ARTICLE_URL = "/{slug}/";

    private static final String SLUG = "{slug}";

    private static final String ASSET = BlockMarkup.SCHEME + ":asset:";
    private static final String POST = BlockMarkup.SCHEME + ":post:";

    /** How many digits of a picture's digest its file's name has. */
    private static final int DIGITS = 16;

    private static final Pattern ASSET_REFERENCE = Pattern.compile(ASSET + "([0-9a-f]{16})");

    /** Ghost puts a number behind the names of files that it has already. */
    private static final Pattern ASSET_ADDRESS =
            Pattern.compile(
                    "[^\\s\"'<>?#]{0,1000}/content/images/"
                            + "[^\\s\"'<>?#]{1,300}-([0-9a-f]{16})(?:-[0-9]{1,4})?\\.[a-z]{3,4}");

    private static final Pattern POST_REFERENCE =
            Pattern.compile(POST + "([a-z0-9-]+)(#.*)?", Pattern.DOTALL);

    private static final Pattern ARTICLE_REFERENCE =
            Pattern.compile(
                    BlockMarkup.SCHEME + ":article:([a-z0-9-]+):([A-Za-z0-9-]+)(#.*)?",
                    Pattern.DOTALL);

    private static final Pattern FORM =
            Pattern.compile("/[^\\s\"'<>{}?#]*\\{slug}[^\\s\"'<>{}?#]*");

    private final String form;
    private final Pattern postAddress;

    private References(String form, Pattern postAddress) {
        this.form = form;
        this.postAddress = postAddress;
    }

    /**
     * @param form the path of a post, with {@code {slug}} in it; empty is answered where it is not
     */
    static Optional<References> of(URI site, String form) {
        if (!FORM.matcher(form).matches()) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(site.getRawPath()).orElse("");
        String whole = path + form;
        int at = whole.indexOf(SLUG);
        Pattern address =
                Pattern.compile(
                        "(?:__GHOST_URL__|"
                                + Pattern.quote(site.getScheme() + "://" + site.getRawAuthority())
                                + ")?"
                                + Pattern.quote(whole.substring(0, at))
                                + "(?<slug>[a-z0-9-]{1,191})"
                                + Pattern.quote(whole.substring(at + SLUG.length()))
                                + "(?<fragment>#.*)?",
                        Pattern.DOTALL);
        return Optional.of(new References(whole, address));
    }

    /** The reference to a picture. */
    static String asset(Digest digest) {
        return ASSET + hex(digest);
    }

    /** What stands for a picture's digest. */
    static String hex(Digest digest) {
        return digest.hex().substring(0, DIGITS);
    }

    /** The reference to another article as Ghost knows it: by its slug in the release. */
    static String bySlug(String address, Release release) {
        Matcher article = ARTICLE_REFERENCE.matcher(address);
        if (!article.matches()) {
            return address;
        }
        String slug =
                release.articles().stream()
                        .filter(head -> head.id().value().equals(article.group(1)))
                        .filter(head -> head.language().tag().equals(article.group(2)))
                        .map(head -> head.slug().value())
                        .findFirst()
                        .orElse(article.group(1));
        return POST + slug + Optional.ofNullable(article.group(3)).orElse("");
    }

    /**
     * The address of an attribute in canonical form; as it is where it is none of ours.
     *
     * @param home where the site itself says that it is, without a slash at its end
     */
    String canonical(String address, String home) {
        Optional<String> asset = picture(address);
        if (asset.isPresent()) {
            return ASSET + asset.get();
        }
        String here =
                !home.isEmpty() && address.startsWith(home + "/")
                        ? address.substring(home.length())
                        : address;
        Matcher post = postAddress.matcher(here);
        return post.matches()
                ? POST + post.group("slug") + Optional.ofNullable(post.group("fragment")).orElse("")
                : address;
    }

    /** The digits that the address of a picture of ours has. */
    static Optional<String> picture(String address) {
        Matcher asset = ASSET_ADDRESS.matcher(address);
        return asset.matches() ? Optional.of(asset.group(1)) : Optional.empty();
    }

    /**
     * The address of an attribute as it stands in the site.
     *
     * @param pictures addresses by digits
     */
    String resolved(String address, Map<String, String> pictures) {
        Matcher asset = ASSET_REFERENCE.matcher(address);
        if (asset.matches()) {
            return pictures.getOrDefault(asset.group(1), address);
        }
        Matcher post = POST_REFERENCE.matcher(address);
        return post.matches()
                ? form.replace(SLUG, post.group(1)) + Optional.ofNullable(post.group(2)).orElse("")
                : address;
    }

    /** The digits of the pictures that a canonical text shows, sorted. */
    static Set<String> pictures(String canonical) {
        Set<String> digits = new TreeSet<>();
        Matcher found = ASSET_REFERENCE.matcher(canonical);
        while (found.find()) {
            digits.add(found.group(1));
        }
        return digits;
    }

    /** Addresses of pictures of ours in any text of a post, by digits. */
    static Map<String, String> addresses(String lexical) {
        Map<String, String> addresses = new TreeMap<>();
        Matcher quoted = Pattern.compile("\"src\":\"([^\"\\\\]{1,2000})\"").matcher(lexical);
        while (quoted.find()) {
            String address = quoted.group(1);
            picture(address).ifPresent(digits -> addresses.put(digits, address));
        }
        return addresses;
    }
}
