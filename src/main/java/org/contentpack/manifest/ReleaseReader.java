package org.contentpack.manifest;

import java.io.IOException;
import java.util.Optional;
import org.contentpack.archive.Limits;
import org.contentpack.finding.Location;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Manifest;

/**
 * Reads single files of a registered release again, against {@link PackDocumentReader}, which reads
 * packs that are not registered yet.
 *
 * <p>Constraints are not looked at and findings are not told: a release was checked when it was
 * registered, and what later versions of the rules say of it does not take it away. Safe for use by
 * several threads.
 */
public final class ReleaseReader {

    private final PackDocumentReader documents;
    private final ReleaseAssembler assembler = new ReleaseAssembler();

    public ReleaseReader(Limits limits) {
        this.documents = new PackDocumentReader(DocumentCheck.NONE, limits);
    }

    /**
     * The manifest that the bytes of {@code pack.yaml} spell.
     *
     * @throws IOException where they spell none, and so are not those that were registered
     */
    public Manifest manifest(byte[] bytes) throws IOException {
        return read(
                "pack.yaml", documents.manifest(bytes).map(Located::document), assembler::manifest);
    }

    /**
     * The article that the bytes of its file spell to this version of the software, which may read
     * a heading otherwise than the one that registered it: the bytes decide, not the head.
     *
     * @throws IOException where they spell no article
     */
    public Article article(ArticleHead head, byte[] bytes) throws IOException {
        return read(
                head.path().value(),
                documents.article(head.path(), bytes),
                document -> assembler.article(document, head.language()));
    }

    private interface Assembling<D, V> {
        V of(D document);
    }

    private static <D, V> V read(String file, Optional<D> document, Assembling<D, V> assembling)
            throws IOException {
        if (document.isEmpty()) {
            throw new IOException("registered file cannot be read: " + Location.of(file));
        }
        try {
            return assembling.of(document.get());
        } catch (IllegalArgumentException e) {
            throw new IOException("registered file cannot be read: " + file, e);
        }
    }
}
