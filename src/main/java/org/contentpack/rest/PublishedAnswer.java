package org.contentpack.rest;

import java.util.List;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/**
 * The wire shape of what came of publishing: the same whether the release was registered now or
 * before.
 *
 * @param findings that do not refuse the pack
 */
record PublishedAnswer(
        PackId pack,
        Version version,
        Digest digest,
        Digest archiveDigest,
        String url,
        String archive,
        List<FindingAnswer> findings) {}
