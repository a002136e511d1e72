package org.contentpack.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.purge.SurrogateKey;
import org.contentpack.version.Version;

/**
 * Says on every answer about packs what it is about, so that a cache in front can be told to forget
 * all of a pack or of one release at once: {@code pack/<id>} and {@code pack/<id>/<version>}; on
 * answers about all packs {@code packs}. Caches that know the field take it away before they
 * answer; to others it means nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.4">RFC 9111, section 4.4,
 *     invalidation</a>
 */
@Provider
public class SurrogateKeys implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Addresses whose answers are made of all packs. */
    private static final Set<String> OF_ALL =
            Set.of("/", "/api/packs", "/api/search", "/api/changes");

    @Inject SurrogateField field;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READS.contains(request.getMethod())) {
            List<SurrogateKey> keys = keys(request);
            if (!keys.isEmpty()) {
                response.getHeaders().putSingle(field.name(), field.value(keys));
            }
        }
    }

    private static List<SurrogateKey> keys(ContainerRequestContext request) {
        Optional<PackId> pack = parameter(request, "pack").flatMap(PackId::parse);
        if (pack.isEmpty()) {
            return OF_ALL.contains("/" + request.getUriInfo().getPath().replaceFirst("^/", ""))
                    ? List.of(SurrogateKey.PACKS)
                    : List.of();
        }
        List<SurrogateKey> keys = new ArrayList<>();
        keys.add(SurrogateKey.pack(pack.get()));
        parameter(request, "selector")
                .flatMap(Version::parse)
                .map(version -> SurrogateKey.release(new ReleaseId(pack.get(), version)))
                .ifPresent(keys::add);
        return keys;
    }

    private static Optional<String> parameter(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(name));
    }
}
