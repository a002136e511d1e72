package org.contentpack.rest;

import java.util.Optional;
import java.util.function.Function;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.SyncStore;
import org.contentpack.sync.TargetName;
import org.contentpack.version.Version;

/**
 * Which installations a request asks for; what is empty does not narrow.
 *
 * @param before only what stands at a version below this one
 */
record FleetFilter(
        Optional<TargetName> target,
        Optional<PackId> pack,
        Optional<ArticleId> article,
        Optional<Version> before) {

    static FleetFilter of(Query query) {
        return new FleetFilter(
                parsed(query, "target", "the name of a target", TargetName::parse),
                parsed(query, "pack", "the id of a pack", PackId::parse),
                parsed(query, "article", "the id of an article", ArticleId::parse),
                parsed(query, "before", "a version such as 1.1.0", Version::parse));
    }

    /** A parameter that is left empty, as forms send it, is as good as absent. */
    private static <T> Optional<T> parsed(
            Query query, String name, String form, Function<String, Optional<T>> parse) {
        Optional<String> text = query.one(name).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text.get());
        if (value.isEmpty()) {
            throw ProblemException.malformed("\"" + name + "\" must be " + form + ".");
        }
        return value;
    }

    SyncStore.Filter stored() {
        return new SyncStore.Filter(target, pack, article);
    }

    boolean takes(FleetEntry entry) {
        return before.map(v -> entry.installation().version().compareTo(v) < 0).orElse(true);
    }

    /** As it stands in an address, each with a leading {@code &}. */
    String parameters() {
        return parameter("target", target)
                + parameter("pack", pack)
                + parameter("article", article)
                + parameter("before", before);
    }

    private static String parameter(String name, Optional<?> value) {
        return value.map(
                        v ->
                                "&"
                                        + name
                                        + "="
                                        + RequestTarget.encode(v.toString()).replace("+", "%2B"))
                .orElse("");
    }
}
