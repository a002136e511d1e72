package org.contentpack.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.contentpack.pack.Article;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;

/**
 * One article of a release on its way to a CMS, with what belongs to it.
 *
 * @param translations heads of the same article in other languages that the target takes too
 */
public record Outgoing(
        Release release, Article article, Marks marks, List<ItemKey> translations, Files files) {

    public Outgoing {
        translations = List.copyOf(translations);
    }

    /** The bytes of the release's files. */
    public interface Files {
        InputStream open(FilePath path) throws IOException;
    }

    /** The same with other marks. */
    Outgoing with(Marks others) {
        return new Outgoing(release, article, others, translations, files);
    }
}
