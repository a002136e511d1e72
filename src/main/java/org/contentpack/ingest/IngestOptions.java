package org.contentpack.ingest;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;

/**
 * What a person says about a file beside its bytes. All of it may be left open: it is then read
 * from the file, or left to be decided.
 *
 * @param packId empty for one made of the title
 * @param language of the text; empty for what the file says, or what its words show
 * @param format empty for what the file's name and beginning show
 * @param charset empty for a byte order mark, what the file declares, or UTF-8
 * @param profile empty for {@code health} where the text speaks of health
 * @param posts names or numbers of the posts that are taken from an export of WordPress; empty for
 *     all that are published
 */
public record IngestOptions(
        Optional<PackId> packId,
        Optional<Language> language,
        Optional<SourceFormat> format,
        Optional<Charset> charset,
        Optional<Profile> profile,
        Set<String> posts) {

    /** All left open. */
    public static final IngestOptions NONE =
            new IngestOptions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of());

    public IngestOptions {
        posts = Set.copyOf(posts);
    }

    public IngestOptions withPackId(PackId id) {
        return new IngestOptions(Optional.of(id), language, format, charset, profile, posts);
    }

    public IngestOptions withLanguage(Language tag) {
        return new IngestOptions(packId, Optional.of(tag), format, charset, profile, posts);
    }

    public IngestOptions withFormat(SourceFormat written) {
        return new IngestOptions(packId, language, Optional.of(written), charset, profile, posts);
    }

    public IngestOptions withCharset(Charset read) {
        return new IngestOptions(packId, language, format, Optional.of(read), profile, posts);
    }

    public IngestOptions withProfile(Profile held) {
        return new IngestOptions(packId, language, format, charset, Optional.of(held), posts);
    }

    public IngestOptions withPosts(Set<String> taken) {
        return new IngestOptions(packId, language, format, charset, profile, taken);
    }
}
