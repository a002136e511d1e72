package org.contentpack.pack;

import java.util.Locale;
import org.contentpack.version.Bump;

/**
 * One difference between the outlines of two releases.
 *
 * @param bump the step that this difference alone requires
 * @param name what is different: an id, a path, {@code article#section}, {@code article#language}
 */
public record OutlineChange(Bump bump, Part part, Action action, String name) {

    /** What can be different. */
    public enum Part {
        LANGUAGE,
        LICENSE,
        ARTICLE,
        TRANSLATION,
        SECTION,
        ASSET;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it is different. */
    public enum Action {
        ADDED,
        REMOVED,
        /** Gone under this name, with a redirect to another. */
        RENAMED,
        CHANGED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
