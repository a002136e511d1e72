package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Channels;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registry;
import org.contentpack.version.Selector;
import org.contentpack.version.Selector.ChannelName;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;

/** The moving names of a pack's releases. */
@ApplicationScoped
@Path("/api/packs/{pack}/channels")
public class ChannelsResource {

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @Inject JsonWriter json;

    @Inject Links links;

    @GET
    public Response list(@PathParam("pack") String pack, @Context HttpServletRequest request) {
        PackHistory history = lookup.history(pack);
        List<ChannelAnswer> channels = new ArrayList<>();
        history.latest()
                .ifPresent(
                        r ->
                                channels.add(
                                        answer(
                                                history.pack(),
                                                ChannelName.LATEST,
                                                r.id().version())));
        history.channels()
                .forEach(
                        (name, version) ->
                                channels.add(
                                        answer(history.pack(), new ChannelName(name), version)));
        return responses.json(
                new ListAnswer<>(channels, Optional.empty()),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    @GET
    @Path("{channel}")
    public Response get(
            @PathParam("pack") String pack,
            @PathParam("channel") String channel,
            @Context HttpServletRequest request) {
        PackHistory history = lookup.history(pack);
        ChannelName name = name(channel);
        Optional<Version> version =
                name.equals(ChannelName.LATEST)
                        ? history.latest().map(r -> r.id().version())
                        : history.channel(name);
        return responses.json(
                answer(
                        history.pack(),
                        name,
                        version.orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "\""
                                                        + pack
                                                        + "\" has no channel \""
                                                        + channel
                                                        + "\"."))),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    /** Points a channel at a release; the request names the state it expects. */
    @PUT
    @Path("{channel}")
    @Needs(Scope.PUBLISH)
    public Response put(
            @PathParam("pack") String packText,
            @PathParam("channel") String channel,
            @Context HttpServletRequest request)
            throws IOException {
        PackId pack = ReleaseLookup.pack(packText);
        Actor actor = Callers.require(Scope.PUBLISH, pack, request);
        ChannelName name = name(channel);
        if (name.equals(ChannelName.LATEST)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "\"latest\" is computed: it is the highest stable release."),
                    "Allow",
                    "GET, HEAD, OPTIONS");
        }
        Expectation expected = Expectation.of(request);
        Version version =
                JsonBody.read(request, Set.of("version"))
                        .required("version", "a version such as 1.1.0", Version::parse);
        AuditFilter.about(request, registry.history(pack), version);
        Channels.Result result =
                registry.channels()
                        .move(
                                pack,
                                name,
                                version,
                                now -> expected.holds(now.map(v -> tag(pack, name, v))),
                                actor);
        return answer(pack, name, version, result);
    }

    private Response answer(
            PackId pack, ChannelName name, Version version, Channels.Result result) {
        if (result instanceof Channels.Result.NoRelease) {
            throw ProblemException.notFound(
                    "There is no release \"" + pack + " " + version + "\".");
        }
        if (result instanceof Channels.Result.Unusable) {
            throw ReleaseAccess.withdrawn(
                    pack,
                    version,
                    Optional.empty(),
                    registry.history(pack).inForce(version, Optional.empty()).orElseThrow());
        }
        if (result instanceof Channels.Result.Elsewhere elsewhere) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.PRECONDITION_FAILED,
                            elsewhere
                                    .version()
                                    .map(v -> "The channel points at " + v + " now.")
                                    .orElse("There is no such channel yet.")));
        }
        boolean created = result instanceof Channels.Result.Moved moved && moved.created();
        return Response.status(created ? 201 : 200)
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .header("ETag", tag(pack, name, version))
                .header("Location", links.channel(pack, name))
                .entity(json.bytes(answer(pack, name, version)))
                .build();
    }

    /** The same as the tag of {@link #get}, which is that of its bytes. */
    private String tag(PackId pack, ChannelName name, Version version) {
        return EntityTags.of(Digest.of(json.bytes(answer(pack, name, version))));
    }

    private ChannelAnswer answer(PackId pack, ChannelName name, Version version) {
        return new ChannelAnswer(
                name.value(),
                version,
                name.equals(ChannelName.LATEST),
                links.release(new ReleaseId(pack, version)));
    }

    private static ChannelName name(String text) {
        return Selector.parse(text).orElse(null) instanceof Selector.Named named
                ? named.channel()
                : noChannel(text);
    }

    private static ChannelName noChannel(String text) {
        throw ProblemException.malformed(
                "A channel must match [a-z][a-z0-9-]{1,31} and not read as a version or range: \""
                        + text
                        + "\".");
    }

    /**
     * What a request that changes something says of the state it expects.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1">RFC 9110, section 13.1</a>
     */
    private record Expectation(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

        static Expectation of(HttpServletRequest request) {
            Expectation expectation =
                    new Expectation(
                            Preferences.joined(request, "If-Match"),
                            Preferences.joined(request, "If-None-Match"));
            if (expectation.ifMatch == null && expectation.ifNoneMatch == null) {
                throw new ProblemException(
                        Problem.of(
                                ProblemType.PRECONDITION_REQUIRED,
                                "Say which state you expect: \"If-None-Match: *\" for a new"
                                        + " channel, \"If-Match\" with the channel's ETag for one"
                                        + " that is there."));
            }
            return expectation;
        }

        /**
         * @param tag of what is there now
         */
        boolean holds(Optional<String> tag) {
            boolean matches =
                    ifMatch == null || tag.map(t -> EntityTags.isMatch(ifMatch, t)).orElse(false);
            boolean noneMatches =
                    ifNoneMatch == null
                            || tag.map(t -> !EntityTags.isNoneMatchHit(ifNoneMatch, t))
                                    .orElse(true);
            return matches && noneMatches;
        }
    }
}
