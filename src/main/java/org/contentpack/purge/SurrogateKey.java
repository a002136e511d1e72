package org.contentpack.purge;

import java.util.List;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;

/**
 * A word on answers by which a cache can be told to forget all that bear it.
 *
 * @param value without spaces and commas
 */
public record SurrogateKey(String value) {

    /** Of answers about all packs: lists, searches, changes. */
    public static final SurrogateKey PACKS = new SurrogateKey("packs");

    /** Of every answer about a pack. */
    public static SurrogateKey pack(PackId pack) {
        return new SurrogateKey("pack/" + pack);
    }

    /** Of every answer about a release. */
    public static SurrogateKey release(ReleaseId release) {
        return new SurrogateKey("pack/" + release.pack() + "/" + release.version());
    }

    /** Of bytes by their digest that a pack has. */
    public static SurrogateKey blobs(PackId pack) {
        return new SurrogateKey("blobs/" + pack);
    }

    /**
     * What an event makes untrue. An answer says of its pack which release is the latest and what
     * became of others, so that each event touches all of them. Bytes by their digest stay true
     * until something is withdrawn.
     */
    static List<SurrogateKey> of(Event event) {
        return event.change() instanceof Change.Withdrawn
                ? List.of(PACKS, pack(event.pack()), blobs(event.pack()))
                : List.of(PACKS, pack(event.pack()));
    }

    @Override
    public String toString() {
        return value;
    }
}
