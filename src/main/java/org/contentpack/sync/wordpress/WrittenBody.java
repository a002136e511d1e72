package org.contentpack.sync.wordpress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.export.wordpress.BlockText;
import org.contentpack.export.wordpress.PostText;
import org.contentpack.export.wordpress.References;
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
     * What stands there already and is to stay is written as it stands, byte for byte.
     *
     * @param now the text that stands there
     * @param site address of the site, before links to other articles; may be empty
     * @param pictures asked for those that {@code now} does not show
     */
    static String of(Content content, Optional<String> now, String site, Pictures pictures)
            throws IOException {
        Map<SectionId, String> standing =
                now.map(raw -> PostBody.parse(raw).rawSections()).orElse(Map.of());
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
        List<String> texts = new ArrayList<>();
        for (Passage passage : content.body()) {
            texts.add(text(passage, standing, known, site));
        }
        return PostText.join(texts);
    }

    private static String text(
            Passage passage,
            Map<SectionId, String> standing,
            Map<String, String> known,
            String site) {
        if (passage.section().isEmpty()) {
            return passage.text();
        }
        Optional<String> same =
                Optional.ofNullable(standing.get(passage.section().get()))
                        .filter(raw -> BlockText.canonical(raw).equals(passage.text()));
        return same.orElseGet(
                () ->
                        References.resolved(
                                passage.text(), hex -> Optional.ofNullable(known.get(hex)), site));
    }
}
