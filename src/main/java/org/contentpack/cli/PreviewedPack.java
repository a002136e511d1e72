package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.SectionId;
import org.contentpack.render.Addresses;
import org.contentpack.render.ArticlePage;
import org.contentpack.render.AssetMediaType;
import org.contentpack.render.PageContext;
import org.contentpack.render.PreviewPage;
import org.contentpack.render.PreviewPage.Preview;

/**
 * The pages of a pack as it was at one moment, by the addresses that they have at a server. Only
 * what has an address here is ever read: no part of a request becomes a path on the disk.
 *
 * <p>Safe for use by several threads. A text that was saved meanwhile cannot be read any more.
 */
final class PreviewedPack {

    private static final String HTML = "text/html;charset=utf-8";

    private final Preview preview;
    private final Optional<PackView> view;
    private final Map<String, Making> pages = new HashMap<>();

    /** What is answered. */
    static final class Page {

        private final int status;
        private final String mediaType;
        private final byte[] bytes;
        private final boolean isHtml;

        /**
         * @param isHtml whether it is a page of ours, against a file of the pack
         */
        private Page(int status, String mediaType, byte[] bytes, boolean isHtml) {
            this.status = status;
            this.mediaType = mediaType;
            this.bytes = bytes.clone();
            this.isHtml = isHtml;
        }

        /** A file as it is. */
        static Page file(int status, String mediaType, byte[] bytes) {
            return new Page(status, mediaType, bytes, false);
        }

        int status() {
            return status;
        }

        String mediaType() {
            return mediaType;
        }

        boolean isHtml() {
            return isHtml;
        }

        int length() {
            return bytes.length;
        }

        void write(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /** Makes a page when it is asked for. */
    @FunctionalInterface
    private interface Making {
        Page make() throws IOException;
    }

    private PreviewedPack(Preview preview, Optional<PackView> view) {
        this.preview = preview;
        this.view = view;
        view.ifPresent(this::addPages);
    }

    static PreviewedPack of(Preview preview, PackView view) {
        return new PreviewedPack(preview, Optional.of(view));
    }

    /** One of which there are findings only. */
    static PreviewedPack without(Preview preview) {
        return new PreviewedPack(preview, Optional.empty());
    }

    Preview preview() {
        return preview;
    }

    private void addPages(PackView shown) {
        Addresses addresses = shown.addresses();
        for (ArticleHead head : shown.release().articles()) {
            String address = addresses.article(head.id(), head.language());
            Making article = () -> html(page(shown, head).html());
            pages.put(address, article);
            // Without a language: the pack's own, which is the first of each article.
            pages.putIfAbsent(address.substring(0, address.indexOf('?')), article);
            pages.putIfAbsent(addresses.latestArticle(head.id()), article);
            for (SectionId section : head.sections()) {
                pages.put(
                        addresses.section(head.id(), section, head.language()),
                        () -> section(shown, head, section));
            }
        }
        for (AssetEntry asset : shown.release().manifest().assets()) {
            pages.put(
                    addresses.asset(asset.path()),
                    () ->
                            Page.file(
                                    200,
                                    AssetMediaType.of(asset.path()),
                                    shown.files().read(asset.path())));
        }
        for (String other : List.of("/", addresses.versions(), addresses.release())) {
            pages.put(other, () -> index(200));
        }
    }

    /** What stands at an address, path and query as they were sent. */
    Page at(String target) throws IOException {
        if (view.isEmpty()) {
            return index(200);
        }
        int query = target.indexOf('?');
        Making making = pages.get(target);
        if (making == null && query >= 0) {
            making = pages.get(target.substring(0, query));
        }
        return making == null ? index(404) : making.make();
    }

    /** What is shown where a page can no longer be made: it loads itself again. */
    Page index(int status) {
        String html =
                PreviewPage.index(
                        preview, view.map(PackView::release), view.map(PackView::addresses));
        return new Page(status, HTML, html.getBytes(UTF_8), true);
    }

    private Page html(String page) {
        return new Page(200, HTML, PreviewPage.around(page, preview).getBytes(UTF_8), true);
    }

    private static ArticlePage page(PackView shown, ArticleHead head) throws IOException {
        return page(shown, shown.article(head));
    }

    private static ArticlePage page(PackView shown, Article article) {
        return new ArticlePage(
                article,
                shown.status(article.head()),
                new PageContext(shown.release(), shown.addresses(), Optional.empty(), List.of()));
    }

    private Page section(PackView shown, ArticleHead head, SectionId id) throws IOException {
        Article article = shown.article(head);
        return article.section(id)
                .map(section -> html(page(shown, article).html(section)))
                .orElseGet(() -> index(404));
    }

    void close() throws IOException {
        if (view.isPresent()) {
            view.get().files().close();
        }
    }
}
