package org.contentpack.render;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.Language;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/**
 * The releases of a pack for feed readers. Ids never change and are never used again; a release
 * whose text may not be read any more leaves a tombstone, so that readers take it away.
 *
 * @param self the address of this feed, without the ending of a format
 * @param updated when anything of it changed last
 * @param entries newest first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, Atom</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721, Atom Tombstones</a>
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
public record ReleaseFeed(
        String id,
        String title,
        String summary,
        Language language,
        String publisher,
        String home,
        String self,
        Instant updated,
        List<Entry> entries,
        List<Tombstone> tombstones) {

    /** The ending that names Atom in an address, and its media type. */
    public static final String ATOM_ENDING = "atom";

    public static final String ATOM = "application/atom+xml";

    /** The ending that names JSON Feed in an address, and its media type. */
    public static final String JSON_FEED_ENDING = "jsonfeed";

    public static final String JSON_FEED = "application/feed+json";

    private static final Namespace TOMBSTONES =
            Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    public ReleaseFeed {
        entries = List.copyOf(entries);
        tombstones = List.copyOf(tombstones);
    }

    /**
     * A release that can be read.
     *
     * @param text what changed, in lines; not empty
     * @param kinds of its changes
     */
    public record Entry(
            String id,
            String url,
            String title,
            String text,
            List<String> kinds,
            Instant published,
            Instant updated) {

        public Entry {
            kinds = List.copyOf(kinds);
        }
    }

    /** A release that cannot be read any more. */
    public record Tombstone(String id, Instant when, String reason) {}

    /** As Atom, in UTF-8. */
    public String atom() {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setUri(id);
        feed.setTitle(xml(title));
        feed.setDescription(xml(summary));
        feed.setLanguage(language.tag());
        feed.setAuthor(xml(publisher));
        feed.setPublishedDate(Date.from(updated));
        feed.setLinks(
                List.of(
                        link("self", self + "." + ATOM_ENDING, ATOM),
                        link("alternate", home, "text/html")));
        List<SyndEntry> written = new ArrayList<>();
        entries.forEach(entry -> written.add(entry(entry)));
        feed.setEntries(written);
        List<Element> deleted = new ArrayList<>();
        tombstones.forEach(tombstone -> deleted.add(deleted(tombstone)));
        feed.setForeignMarkup(deleted);
        try {
            return new SyndFeedOutput().outputString(feed, true);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of values must be one that can be written", e);
        }
    }

    private static SyndEntry entry(Entry entry) {
        SyndEntry written = new SyndEntryImpl();
        written.setUri(entry.id());
        written.setTitle(xml(entry.title()));
        written.setLinks(List.of(link("alternate", entry.url(), "text/html")));
        written.setPublishedDate(Date.from(entry.published()));
        written.setUpdatedDate(Date.from(entry.updated()));
        List<SyndCategory> categories = new ArrayList<>();
        for (String kind : entry.kinds()) {
            SyndCategory category = new SyndCategoryImpl();
            category.setName(kind);
            categories.add(category);
        }
        written.setCategories(categories);
        SyndContent content = new SyndContentImpl();
        content.setType("text");
        content.setValue(xml(entry.text()));
        written.setContents(List.of(content));
        return written;
    }

    private static SyndLink link(String relation, String url, String mediaType) {
        SyndLink link = new SyndLinkImpl();
        link.setRel(relation);
        link.setHref(url);
        link.setType(mediaType);
        return link;
    }

    private static Element deleted(Tombstone tombstone) {
        return new Element("deleted-entry", TOMBSTONES)
                .setAttribute("ref", tombstone.id())
                .setAttribute("when", tombstone.when().toString())
                .addContent(new Element("comment", TOMBSTONES).setText(xml(tombstone.reason())));
    }

    /** Without the characters that no XML document can hold, not even escaped. */
    private static String xml(String text) {
        return text.codePoints()
                .filter(Verifier::isXMLCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As JSON Feed: values to be written as JSON. Its tombstones are an extension of ours. */
    public Map<String, Object> jsonFeed() {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("description", summary);
        feed.put("home_page_url", home);
        feed.put("feed_url", self + "." + JSON_FEED_ENDING);
        feed.put("language", language.tag());
        feed.put("authors", List.of(Map.of("name", publisher)));
        feed.put("items", entries.stream().map(ReleaseFeed::item).toList());
        if (!tombstones.isEmpty()) {
            feed.put(
                    "_contentpack",
                    Map.of("tombstones", tombstones.stream().map(ReleaseFeed::gone).toList()));
        }
        return feed;
    }

    private static Map<String, Object> item(Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.id());
        item.put("url", entry.url());
        item.put("title", entry.title());
        item.put("content_text", entry.text());
        item.put("date_published", entry.published().toString());
        item.put("date_modified", entry.updated().toString());
        Optional.of(entry.kinds()).filter(k -> !k.isEmpty()).ifPresent(k -> item.put("tags", k));
        return item;
    }

    private static Map<String, Object> gone(Tombstone tombstone) {
        Map<String, Object> gone = new LinkedHashMap<>();
        gone.put("id", tombstone.id());
        gone.put("when", tombstone.when().toString());
        gone.put("reason", tombstone.reason());
        return gone;
    }
}
