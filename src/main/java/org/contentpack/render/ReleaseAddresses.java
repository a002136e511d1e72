package org.contentpack.render;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;

/**
 * Where things of a release stand at a server, whether or not this process is one: what is written
 * without a server names the same addresses. Immutable.
 */
public final class ReleaseAddresses implements Addresses {

    /** Below it are all packs. */
    public static final String PACKS = "/api/packs";

    /** Characters of a segment beside letters and digits that stand as they are. */
    private static final String PLAIN = "-._~!$&'()*+,=:@";

    private final String base;
    private final Release release;

    /**
     * @param base {@code https://packs.example} without a slash at its end; empty for absolute
     *     paths
     */
    public ReleaseAddresses(String base, Release release) {
        this.base = base;
        this.release = release;
    }

    @Override
    public String home() {
        return base + "/";
    }

    @Override
    public String stylesheet() {
        return base + "/style.css";
    }

    private String pack() {
        return base + PACKS + "/" + release.id().pack();
    }

    @Override
    public String versions() {
        return pack() + "/versions";
    }

    @Override
    public String release() {
        return versions() + "/" + encode(release.id().version().text());
    }

    @Override
    public String article(ArticleId article, Language language) {
        return address(article) + query(there(article, language));
    }

    private String address(ArticleId article) {
        return release() + "/articles/" + article;
    }

    @Override
    public String latestArticle(ArticleId article) {
        return pack() + "/articles/" + article;
    }

    @Override
    public String section(ArticleId article, SectionId section, Language language) {
        return address(article) + "/sections/" + section + query(language);
    }

    @Override
    public String asset(FilePath asset) {
        StringBuilder address = new StringBuilder(release());
        for (String segment : asset.value().split("/", -1)) {
            address.append('/').append(encode(segment));
        }
        return address.toString();
    }

    @Override
    public String archive() {
        return release() + "/archive";
    }

    /** The language where the article is there in it, else the pack's own. */
    private Language there(ArticleId article, Language language) {
        return release.article(article, language).isPresent()
                ? language
                : release.manifest().language();
    }

    /**
     * Every address of a page names its language: without it, a browser's preference could lead a
     * reader who chose one language back to another.
     */
    private static String query(Language language) {
        return "?lang=" + language;
    }

    /** One segment of a path, in the one spelling that servers answer to. */
    public static String encode(String segment) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** Whether a character of a segment stands as it is. */
    public static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || PLAIN.indexOf(c) >= 0;
    }
}
