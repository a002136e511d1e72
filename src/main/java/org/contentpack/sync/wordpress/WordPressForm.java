package org.contentpack.sync.wordpress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.contentpack.compare.Content;
import org.contentpack.compare.Value;
import org.contentpack.export.wordpress.References;
import org.contentpack.pack.FileEntry;
import org.contentpack.sync.ItemForm;
import org.contentpack.sync.Outgoing;
import org.contentpack.sync.RawItem;

/**
 * Posts as they are in every WordPress, with the fields {@code title}, {@code summary} (the
 * excerpt), {@code slug} and {@code tags} (slugs). Links to other articles begin at the site's
 * root, because the site is not known.
 */
final class WordPressForm implements ItemForm {

    private static final PostType ANY =
            new PostType(
                    "posts",
                    Optional.empty(),
                    List.of(),
                    Optional.of("excerpt"),
                    Optional.of("tags"),
                    Map.of());

    @Override
    public Content render(Outgoing outgoing) {
        return Rendering.of(outgoing, ANY);
    }

    @Override
    public Content read(RawItem item) {
        return new Content(item.fields(), PostBody.parse(item.body()).passages());
    }

    @Override
    public RawItem write(
            Content content, Optional<RawItem> standing, Outgoing outgoing, Pictures pictures) {
        NavigableMap<String, Value> fields = content.fields();
        try {
            return new RawItem(
                    fields,
                    WrittenBody.of(
                            content,
                            () -> render(outgoing),
                            standing.map(RawItem::body),
                            "",
                            hex -> address(hex, outgoing, pictures)));
        } catch (IOException e) {
            throw new UncheckedIOException("addresses are made without reading anything", e);
        }
    }

    private static Optional<String> address(String hex, Outgoing outgoing, Pictures pictures) {
        return outgoing.release().files().entries().stream()
                .filter(file -> file.digest().hex().startsWith(hex))
                .findFirst()
                .map(FileEntry::path)
                .map(path -> References.elsewhere(pictures.address(path), hex));
    }
}
