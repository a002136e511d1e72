package org.contentpack.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.contentpack.pack.Destination;
import org.contentpack.pack.FilePath;

/** Which links of a source may stand in a pack, and what becomes of the others: their words. */
final class Links {

    private static final FilePath ANY = new FilePath("articles/any.md");

    private final RawArticle article;
    private final Findings findings;

    Links(RawArticle article, Findings findings) {
        this.article = article;
        this.findings = findings;
    }

    /** Gives the link an address that a pack may hold, or puts its words in its place. */
    void keep(Link link) {
        Optional<String> address = address(link.getDestination());
        if (address.isPresent() && !Blocks.plain(link).isEmpty()) {
            link.setDestination(address.get());
            link.setTitle(null);
            if (address.get().toLowerCase(Locale.ROOT).startsWith("http:")) {
                findings.add(IngestRule.ING_056, Blocks.index(link), address.get());
            }
            return;
        }
        if (address.isEmpty() && !Blocks.plain(link).isEmpty()) {
            findings.add(
                    IngestRule.ING_055,
                    Blocks.index(link),
                    link.getDestination(),
                    Blocks.plain(link));
        }
        for (Node child : Blocks.children(link)) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    private Optional<String> address(String written) {
        String text = written.strip();
        Optional<String> whole = allowed(text);
        if (whole.isPresent() || text.startsWith("#")) {
            return whole;
        }
        return article.said(Fact.ADDRESS).flatMap(base -> resolved(base.text(), text));
    }

    private static Optional<String> resolved(String base, String relative) {
        try {
            return allowed(new URI(base).resolve(new URI(relative)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> allowed(String text) {
        return Destination.of(text, ANY) instanceof Destination.Address address
                        && switch (address.scheme()) {
                            case "https", "http", "mailto" -> true;
                            default -> false;
                        }
                ? Optional.of(text)
                : Optional.empty();
    }
}
