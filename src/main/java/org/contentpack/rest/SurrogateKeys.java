package org.contentpack.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/**
 * Says on every answer about a pack what it is about, so that a cache in front can be told to
 * forget all of a pack or of one release at once: {@code pack/<id>} and {@code
 * pack/<id>/<version>}. Caches that know the field take it away before they answer; to others it
 * means nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-4.4">RFC 9111, section 4.4,
 *     invalidation</a>
 */
@Provider
public class SurrogateKeys implements ContainerResponseFilter {

    private static final String FIELD = "Surrogate-Key";

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Optional<PackId> pack = parameter(request, "pack").flatMap(PackId::parse);
        if (pack.isEmpty() || !READS.contains(request.getMethod())) {
            return;
        }
        String key = "pack/" + pack.get();
        response.getHeaders()
                .putSingle(
                        FIELD,
                        parameter(request, "selector")
                                .flatMap(Version::parse)
                                .map(version -> key + " " + key + "/" + version.text())
                                .orElse(key));
    }

    private static Optional<String> parameter(ContainerRequestContext request, String name) {
        return Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst(name));
    }
}
