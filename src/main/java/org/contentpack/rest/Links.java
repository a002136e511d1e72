package org.contentpack.rest;

import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.render.Addresses;
import org.contentpack.render.ReleaseAddresses;
import org.contentpack.sync.PlanId;
import org.contentpack.sync.RunId;
import org.contentpack.sync.TargetName;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;
import org.contentpack.webhook.WebhookName;

/**
 * The addresses of the resource tree: absolute paths, or URLs below the public base where one is
 * configured, and never anything that the request says of its host.
 */
public final class Links {

    private static final String PACKS = ReleaseAddresses.PACKS;

    private final String base;

    /**
     * @param base {@code https://packs.example} without a slash at its end, or empty
     */
    public Links(String base) {
        if (!base.isEmpty() && !base.matches("https?://[^/?#]+(/[^?#]*)?[^/?#]")) {
            throw new IllegalArgumentException(
                    "public URL must begin with http:// or https:// and not end with \"/\": \""
                            + base
                            + "\"");
        }
        this.base = base;
    }

    /** The address of an absolute path of this server. */
    String absolute(String path) {
        return base + path;
    }

    String home() {
        return absolute("/");
    }

    String stylesheet() {
        return absolute("/style.css");
    }

    String documentation() {
        return absolute("/docs");
    }

    String packs() {
        return absolute(PACKS);
    }

    String pack(PackId pack) {
        return absolute(PACKS + "/" + pack);
    }

    String versions(PackId pack) {
        return pack(pack) + "/versions";
    }

    String channel(PackId pack, ChannelName channel) {
        return pack(pack) + "/channels/" + channel;
    }

    String target(TargetName target) {
        return absolute("/api/targets/" + target);
    }

    String webhook(WebhookName webhook) {
        return absolute("/api/webhooks/" + webhook);
    }

    String plan(PlanId plan) {
        return absolute("/api/plans/" + plan);
    }

    String run(RunId run) {
        return absolute("/api/runs/" + run);
    }

    String installations() {
        return absolute("/api/installations");
    }

    String audit() {
        return absolute("/api/audit");
    }

    String search() {
        return absolute("/api/search");
    }

    String changes() {
        return absolute("/api/changes");
    }

    String release(ReleaseId release) {
        return versions(release.pack()) + "/" + RequestTarget.encode(release.version().text());
    }

    String status(ReleaseId release) {
        return release(release) + "/status";
    }

    String articles(ReleaseId release) {
        return release(release) + "/articles";
    }

    String comparison(PackId pack, Version from, Version to) {
        return pack(pack)
                + "/compare/"
                + RequestTarget.encode(from.text())
                + "..."
                + RequestTarget.encode(to.text());
    }

    /** An article in the pack's own language. */
    String article(ReleaseId release, ArticleId article) {
        return articles(release) + "/" + article;
    }

    String latestArticle(PackId pack, ArticleId article) {
        return pack(pack) + "/articles/" + article;
    }

    String timeMap(PackId pack, ArticleId article) {
        return latestArticle(pack, article) + "/timemap";
    }

    String asset(ReleaseId release, FilePath asset) {
        StringBuilder address = new StringBuilder(release(release));
        for (String segment : asset.value().split("/", -1)) {
            address.append('/').append(RequestTarget.encode(segment));
        }
        return address.toString();
    }

    String archive(ReleaseId release) {
        return release(release) + "/archive";
    }

    String export(ReleaseId release, String cms) {
        return release(release) + "/exports/" + cms;
    }

    String blob(Digest digest) {
        return absolute("/api/blobs/sha256/" + digest.hex());
    }

    String schema(String name) {
        return absolute("/api/schemas/" + name + ".json");
    }

    String editingSchema(String name) {
        return absolute("/schemas/" + name + ".json");
    }

    /** The addresses that pages about this release need. */
    Addresses in(Release release) {
        return new ReleaseAddresses(base, release);
    }
}
