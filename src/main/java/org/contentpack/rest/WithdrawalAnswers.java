package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PackHistory.InForce;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.registry.Withdrawals;
import org.contentpack.version.Version;

/** Answers requests on withdrawals, whatever it is that is withdrawn. */
@Dependent
public class WithdrawalAnswers {

    @Inject Registry registry;

    @Inject Responses responses;

    @Inject JsonWriter json;

    /** What a withdrawal is of, by the texts in the address. */
    record Place(PackId pack, Version version, Optional<ArticleId> article) {

        static Place of(String pack, String version, Optional<String> article) {
            return new Place(
                    ReleaseLookup.pack(pack),
                    Version.parse(version)
                            .orElseThrow(
                                    () ->
                                            ProblemException.malformed(
                                                    "A withdrawal is of one exact version: \""
                                                            + version
                                                            + "\" is none.")),
                    article.map(a -> ArticleId.parse(a).orElseThrow(() -> nothing(pack, version))));
        }

        ProblemException nothing() {
            return nothing(pack.value(), version.text());
        }

        private static ProblemException nothing(String pack, String version) {
            return ProblemException.notFound(
                    "There is no such release or article: " + pack + " " + version + ".");
        }
    }

    Response get(Place place, HttpServletRequest request) {
        InForce inForce =
                registry.history(place.pack)
                        .inForce(place.version, place.article)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "It is not withdrawn, or there is no such"
                                                        + " thing."));
        return responses.json(
                WithdrawalAnswer.of(place.article, inForce),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    Response put(Place place, HttpServletRequest request) throws IOException {
        Actor actor = Callers.require(Scope.WITHDRAW, place.pack, request);
        AuditFilter.about(request, registry.history(place.pack), place.version);
        Withdrawal withdrawal = read(request);
        Withdrawals.Result result =
                registry.withdrawals()
                        .withdraw(place.pack, place.version, place.article, withdrawal, actor);
        check(place, result);
        InForce inForce =
                registry.history(place.pack).inForce(place.version, place.article).orElseThrow();
        return Response.ok(json.bytes(WithdrawalAnswer.of(place.article, inForce)))
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }

    private static Withdrawal read(HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, Set.of("kind", "note", "replacedBy"));
        Withdrawal.Kind kind =
                body.required(
                        "kind",
                        "superseded, expired, error, gone or erased",
                        Withdrawal.Kind::parse);
        Optional<String> note = body.text("note", Withdrawal.MAX_NOTE);
        if (note.isEmpty() && !kind.isShown()) {
            throw ProblemException.malformed(
                    "\"note\" must tell readers why where \"kind\" is \"" + kind.id() + "\".");
        }
        return new Withdrawal(kind, note, body.text("replacedBy", Withdrawal.MAX_REPLACEMENT));
    }

    Response delete(Place place, HttpServletRequest request) throws IOException {
        Actor actor = Callers.require(Scope.WITHDRAW, place.pack, request);
        AuditFilter.about(request, registry.history(place.pack), place.version);
        check(
                place,
                registry.withdrawals().reinstate(place.pack, place.version, place.article, actor));
        return Response.noContent().header("Cache-Control", CacheLifetime.NONE.header()).build();
    }

    private void check(Place place, Withdrawals.Result result) {
        if (result == Withdrawals.Result.NOT_FOUND) {
            throw place.nothing();
        }
        if (result == Withdrawals.Result.ERASED) {
            Optional<InForce> release =
                    registry.history(place.pack).inForce(place.version, Optional.empty());
            Optional<InForce> itself =
                    registry.history(place.pack).inForce(place.version, place.article);
            throw ReleaseAccess.withdrawn(
                    place.pack,
                    place.version,
                    place.article,
                    itself.or(() -> release).orElseThrow());
        }
    }
}
