package org.contentpack.cms;

import java.time.InstantSource;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.directus.DirectusKind;
import org.contentpack.sync.folder.FolderKind;
import org.contentpack.sync.ghost.GhostKind;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.strapi.StrapiKind;
import org.contentpack.sync.wordpress.WordPressKind;

/** The kinds of CMS that tests reach, by their word in configuration. */
public final class Kinds {
    private Kinds() {}

    /**
     * A kind.
     *
     * @throws IllegalArgumentException where there is no such kind
     */
    public static ConnectorKind of(String id, SiteLimits limits, Pause pause) {
        return switch (id) {
            case WordPressKind.ID -> new WordPressKind(limits, pause, InstantSource.system());
            case DirectusKind.ID -> new DirectusKind(limits, pause, InstantSource.system());
            case GhostKind.ID -> new GhostKind(limits, pause, InstantSource.system());
            case StrapiKind.ID -> new StrapiKind(limits, pause, InstantSource.system());
            case FolderKind.ID -> new FolderKind();
            default -> throw new IllegalArgumentException("no kind of CMS: " + id);
        };
    }
}
