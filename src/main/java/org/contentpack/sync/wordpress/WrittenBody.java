package org.contentpack.sync.wordpress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.export.wordpress.BlockText;
import org.contentpack.export.wordpress.PostText;
import org.contentpack.export.wordpress.References;
import org.contentpack.export.wordpress.Shortcodes;
import org.contentpack.pack.SectionId;

/** Writes a canonical body as the text of a post. */
final class WrittenBody {

    /** Where pictures stand in the site. */
    interface Pictures {
        /**
         * The address of the picture with these first digits of its digest; empty where there is
         * none.
         */
        Optional<String> address(String hex) throws IOException;
    }

    private WrittenBody() {}

    /**
     * What stands there already and is to stay is written as it stands, byte for byte, unless
     * WordPress would run words of the release in it as a shortcode.
     *
     * @param release the article as the release has it, from which brackets come that are text;
     *     asked only where there are brackets
     * @param now the text that stands there
     * @param site address of the site, before links to other articles; may be empty
     * @param pictures asked for those that {@code now} does not show
     */
    static String of(
            Content content,
            Supplier<Content> release,
            Optional<String> now,
            String site,
            Pictures pictures)
            throws IOException {
        Optional<PostBody> stands = now.map(PostBody::parse);
        Map<SectionId, String> standing = stands.map(PostBody::rawSections).orElse(Map.of());
        List<Passage> own = stands.map(PostBody::own).orElse(List.of());
        Map<String, String> known = new TreeMap<>(now.map(References::addresses).orElse(Map.of()));
        for (Passage passage : content.body()) {
            if (passage.section().isPresent()) {
                for (String hex : References.assets(passage.text())) {
                    if (!known.containsKey(hex)) {
                        pictures.address(hex).ifPresent(address -> known.put(hex, address));
                    }
                }
            }
        }
        boolean hasBrackets = content.body().stream().anyMatch(p -> p.text().indexOf('[') >= 0);
        Content ours = hasBrackets ? release.get() : Content.EMPTY;
        List<String> texts = new ArrayList<>();
        for (Passage passage : Wrappers.closed(content.body(), own)) {
            texts.add(text(passage, ours, standing, known, site));
        }
        return PostText.join(texts);
    }

    private static String text(
            Passage passage,
            Content release,
            Map<SectionId, String> standing,
            Map<String, String> known,
            String site) {
        if (passage.section().isEmpty()) {
            return passage.text();
        }
        Optional<String> stands = Optional.ofNullable(standing.get(passage.section().get()));
        Set<String> brackets = brackets(passage, release, stands);
        String same =
                stands.filter(raw -> BlockText.canonical(raw).equals(passage.text()))
                        .orElseGet(
                                () ->
                                        References.resolved(
                                                passage.text(),
                                                hex -> Optional.ofNullable(known.get(hex)),
                                                site + "/"));
        return Shortcodes.shown(same, brackets::contains);
    }

    /** Those of the release and those that were text before; what else there is, an editor put. */
    private static Set<String> brackets(Passage passage, Content release, Optional<String> stands) {
        if (passage.text().indexOf('[') < 0) {
            return Set.of();
        }
        Set<String> brackets = new TreeSet<>();
        stands.map(Shortcodes::written).ifPresent(brackets::addAll);
        for (Passage each : release.body()) {
            if (each.section().equals(passage.section())) {
                brackets.addAll(Shortcodes.names(each.text()));
            }
        }
        return brackets;
    }
}
