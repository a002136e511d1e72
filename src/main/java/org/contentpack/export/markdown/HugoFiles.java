package org.contentpack.export.markdown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contentpack.archive.PackFiles;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;

/** The files of a Hugo site that a release comes to; each is made anew whenever it is opened. */
final class HugoFiles implements PackFiles {

    private final Map<FilePath, Made> files = new TreeMap<>();
    private final FileList list;

    /** Makes the bytes of one file. */
    private interface Source {
        InputStream open() throws IOException;
    }

    HugoFiles(ReleaseView view) throws IOException {
        PackId pack = view.release().manifest().id();
        HugoText texts = new HugoText(view);
        text(new FilePath("contentpack-" + pack + ".md"), texts::readMe);
        text(page(pack, "_index", view.release().manifest().language()), texts::pack);
        for (ArticleHead head : view.release().articles()) {
            text(
                    page(pack, head.id().value(), head.language()),
                    () -> texts.article(view.article(head)));
        }
        for (AssetEntry asset : view.release().manifest().assets()) {
            FileEntry file = file(view, asset.path());
            FilePath path = new FilePath("static" + picture(view, asset.path()));
            files.put(
                    path,
                    new Made(
                            new FileEntry(path, file.digest(), file.sizeBytes()),
                            () -> view.open(asset.path())));
        }
        this.list = new FileList(files.values().stream().map(Made::entry).toList());
    }

    /** A file and how it is made; only its name, digest and length are held. */
    private record Made(FileEntry entry, Source source) {}

    /** Makes a text. */
    private interface Text {
        String text() throws IOException;
    }

    private void text(FilePath path, Text text) throws IOException {
        byte[] bytes = bytes(text);
        files.put(
                path,
                new Made(
                        new FileEntry(path, Digest.of(bytes), bytes.length),
                        () -> new ByteArrayInputStream(bytes(text))));
    }

    private static byte[] bytes(Text text) throws IOException {
        return text.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Hugo takes files for translations of each other whose names differ by language only. */
    private static FilePath page(PackId pack, String name, Language language) {
        return new FilePath(
                "content/packs/"
                        + pack
                        + "/"
                        + name
                        + "."
                        + language.tag().toLowerCase(Locale.ROOT)
                        + ".md");
    }

    /**
     * Where a picture stands in the site, from its root: under its digest, so that no name is too
     * long and the next release's picture is another.
     */
    static String picture(ReleaseView view, FilePath asset) {
        Digest digest = file(view, asset).digest();
        String name = asset.name();
        return "/contentpack/"
                + view.release().manifest().id()
                + "/"
                + digest.hex()
                + name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }

    private static FileEntry file(ReleaseView view, FilePath path) {
        return view.release()
                .files()
                .find(path)
                .orElseThrow(() -> new IllegalArgumentException("there is no file " + path));
    }

    @Override
    public FileList list() {
        return list;
    }

    @Override
    public InputStream open(FilePath path) throws IOException {
        Made made = files.get(path);
        if (made == null) {
            throw new IllegalArgumentException("there is no file " + path);
        }
        return made.source().open();
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
