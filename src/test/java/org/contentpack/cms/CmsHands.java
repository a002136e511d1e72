package org.contentpack.cms;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.sync.ItemStatus;

/**
 * One running CMS, and what people do in it by hand, past our engine: all that {@link
 * ConnectorContract} needs to know of a kind of CMS.
 *
 * <p>What a CMS cannot do at all ends the case with the reason ({@link
 * org.junit.jupiter.api.Assumptions#abort(String)}), which the table of cases then says.
 *
 * <p>Items are named as the connector names them ({@link org.contentpack.sync.Item#id}). For use by
 * one thread.
 */
public interface CmsHands extends AutoCloseable {

    /** The word in configuration, such as {@code wordpress}; one that {@link Kinds} knows. */
    String kind();

    /** Name and version of the program, for people. */
    String program() throws Exception;

    /** Its real address. */
    URI url();

    /** The settings of a target's kind, credentials among them. */
    Map<String, String> options();

    /** As it was when it was opened: no item, no picture, no term. Nothing is being asked of it. */
    void reset() throws Exception;

    /** Ends its processes in the middle of what they do. */
    void stop() throws Exception;

    /** Starts it again at the same address, with all that it had. */
    void start() throws Exception;

    /** Ends it for good and removes it. */
    @Override
    void close() throws IOException;

    // What editors do.

    /** Writes an item that is not ours, and publishes it; gives its name. */
    String write(String title, String slug, List<Part> parts) throws Exception;

    /** A heading with a paragraph below it. */
    record Part(String heading, String text) {}

    void setTitle(String item, String title) throws Exception;

    /**
     * Replaces words of the text that stand in it exactly once.
     *
     * @param words without anything that markup would write otherwise
     */
    void replace(String item, String words, String others) throws Exception;

    /** Puts a paragraph of the editor's own behind one of our sections. */
    void addOwn(String item, String section, String text) throws Exception;

    /** Takes one of our sections out. */
    void remove(String item, String section) throws Exception;

    /** Puts one of our sections in front of all others. */
    void moveToFront(String item, String section) throws Exception;

    /** Puts one of our sections into a block of the editor's own, behind a paragraph in it. */
    void wrap(String item, String section, String text) throws Exception;

    /** Puts the item into a category, which is made for it, and into no other. */
    void setCategory(String item, String category) throws Exception;

    /** Adds a tag to those that the item has. */
    void addTag(String item, String tag) throws Exception;

    void setSlug(String item, String slug) throws Exception;

    /** {@link ItemStatus#TRASHED} puts it where an editor can get it back from. */
    void setStatus(String item, ItemStatus status) throws Exception;

    /** Destroys it. */
    void delete(String item) throws Exception;

    /** Makes another item of all that this one has, our marks among it; gives its name. */
    String duplicate(String item) throws Exception;

    /** Whether editors can go back to earlier states at all. */
    default boolean keepsEarlierStates() {
        return true;
    }

    /** Brings back the newest earlier state of the text that has these words. */
    void restoreRevision(String item, String words) throws Exception;

    // What people see.

    /** All items that are not destroyed, in the order in which they were made. */
    List<String> items() throws Exception;

    /**
     * An item as its readers and editors see it.
     *
     * @param text as the CMS keeps it
     * @param version of the release that it says it comes from; empty where it says nothing
     */
    record Seen(
            String title,
            String slug,
            ItemStatus status,
            Set<String> tags,
            Set<String> categories,
            Optional<String> version,
            String text) {}

    Seen see(String item) throws Exception;

    /** All items, by their names. */
    default Map<String, Seen> seeAll() throws Exception {
        Map<String, Seen> all = new TreeMap<>();
        for (String item : items()) {
            all.put(item, see(item));
        }
        return all;
    }

    /** Texts of earlier states that an editor can go back to, newest first. */
    List<String> revisions(String item) throws Exception;

    /** {@code file: alternative text} for every picture, sorted. */
    List<String> pictures() throws Exception;

    /** What the CMS's own log says is wrong with what we put into it; empty where all is well. */
    List<String> complaints() throws Exception;
}
