package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.Actor;
import org.contentpack.registry.GivenStatement;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewStatement;
import org.contentpack.registry.Reviews;
import org.contentpack.signature.ReviewSignatureCheck;

/**
 * What people said of an article after having checked it. Statements are over the article's bytes
 * in one language ({@code ?lang=}, else the pack's own) and count in every release that has them.
 */
@ApplicationScoped
@Path("/api/packs/{pack}/versions/{selector}/articles")
public class ReviewsResource {

    private static final Set<String> MEMBERS =
            Set.of(
                    "outcome",
                    "reviewer",
                    "role",
                    "registration",
                    "scope",
                    "date",
                    "nextReview",
                    "reason",
                    "language",
                    "signature");

    /** A review that should hold for longer than this is a slip of the pen. */
    private static final int MAX_YEARS = 10;

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @Inject JsonWriter json;

    @Inject InstantSource clock;

    @Inject RepeatedRequests repeated;

    @GET
    @Path("{article}/reviews")
    public Response list(
            @PathParam("pack") String pack,
            @PathParam("selector") String version,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, version, request);
        Optional<Language> language =
                Query.of(Targets.of(request)).one("lang").flatMap(Language::parse);
        ArticleHead head = head(found, article, language);
        return responses.json(
                new ListAnswer<>(
                        found.history().reviews(head.digest()).stream()
                                .map(StatementAnswer::of)
                                .toList(),
                        Optional.empty()),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    /** Adds a statement, signed or not; one that the last says already changes nothing. */
    @POST
    @Path("{article}/reviews")
    @Needs(Scope.REVIEW)
    public Response add(
            @PathParam("pack") String pack,
            @PathParam("selector") String version,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        PackId id = ReleaseLookup.pack(pack);
        Actor actor = Callers.require(Scope.REVIEW, id, request);
        Optional<IdempotencyKey> key = IdempotencyKey.of(request);
        JsonBody body = JsonBody.read(request, MEMBERS);
        return repeated.answer(
                request,
                key,
                body.digest(),
                () -> {
                    ReleaseLookup.Found found = lookup.at(pack, version, request);
                    AuditFilter.about(request, found.registration());
                    return add(id, found, article, body, actor);
                });
    }

    private Response add(
            PackId id, ReleaseLookup.Found found, String article, JsonBody body, Actor actor)
            throws IOException {
        Optional<Language> language =
                body.text("language", 35)
                        .map(
                                tag ->
                                        Language.parse(tag)
                                                .orElseThrow(
                                                        () ->
                                                                ProblemException.malformed(
                                                                        "\"language\" must be a"
                                                                                + " language tag.")));
        ArticleHead head = head(found, article, language);
        ReviewStatement statement = statement(body);
        Reviews.Result result =
                registry.reviews()
                        .add(
                                id,
                                found.version(),
                                head.id(),
                                head.language(),
                                statement,
                                body.text("signature", ReviewSignatureCheck.MAX_LENGTH),
                                actor);
        if (result instanceof Reviews.Result.NotFound) {
            throw nothing(article);
        }
        if (result instanceof Reviews.Result.NotSigned refused) {
            throw new ProblemException(
                    Problem.of(ProblemType.SIGNATURE_INVALID, toDo(refused.reason())));
        }
        return result instanceof Reviews.Result.Stored stored
                ? answer(201, stored.given())
                : answer(200, ((Reviews.Result.Unchanged) result).last());
    }

    private Response answer(int status, GivenStatement given) {
        return Response.status(status)
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .entity(json.bytes(StatementAnswer.of(given)))
                .build();
    }

    private static String toDo(ReviewSignatureCheck.Refused refused) {
        if (refused instanceof ReviewSignatureCheck.Missing) {
            return "This server takes signed review statements only: sign the lines that"
                    + " docs/signatures.md names, and send the signature as \"signature\".";
        }
        if (refused instanceof ReviewSignatureCheck.Malformed) {
            return "\"signature\" must be a compact JWS: three parts of base64url joined by dots, on"
                    + " one line, as docs/signatures.md makes it.";
        }
        if (refused instanceof ReviewSignatureCheck.Untrusted) {
            return "\"signature\" was not made with EdDSA (Ed25519) by a key that is trusted here:"
                    + " sign with a trusted key, or have the public key put into the folder"
                    + " CONTENTPACK_TRUSTED_KEYS.";
        }
        ReviewSignatureCheck.OfSomethingElse other = (ReviewSignatureCheck.OfSomethingElse) refused;
        return "\"signature\" is right but of something else: "
                + other.expected()
                        .map(line -> "line " + other.line() + " must be \"" + line + "\"")
                        .orElse(
                                "line "
                                        + (other.line() - 1)
                                        + " must be the last, ended by one line feed")
                + ". Sign the lines of this statement, as docs/signatures.md names them.";
    }

    private static ArticleHead head(
            ReleaseLookup.Found found, String article, Optional<Language> language) {
        Language wanted = language.orElse(found.release().manifest().language());
        // Whoever reviews a text that is held back has to find it.
        return ArticleId.parse(article)
                .flatMap(id -> found.served().whole().article(id, wanted))
                .orElseThrow(() -> nothing(article));
    }

    private static ProblemException nothing(String article) {
        return ProblemException.notFound(
                "The release has no article \"" + article + "\" in this language.");
    }

    private ReviewStatement statement(JsonBody body) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate date = body.day("date");
        if (date.isAfter(today)) {
            throw ProblemException.malformed("\"date\" must not be in the future: " + date + ".");
        }
        String outcome =
                body.required(
                        "outcome",
                        "approved or revoked",
                        text ->
                                Optional.of(text)
                                        .filter(
                                                t ->
                                                        t.equals(StatementAnswer.APPROVED)
                                                                || t.equals(
                                                                        StatementAnswer.REVOKED)));
        if (outcome.equals(StatementAnswer.REVOKED)) {
            return new ReviewStatement.Revoked(
                    body.required("reason", ReviewStatement.MAX_TEXT), date);
        }
        LocalDate next = body.day("nextReview");
        if (!next.isAfter(date) || next.isAfter(date.plusYears(MAX_YEARS))) {
            throw ProblemException.malformed(
                    "\"nextReview\" must be after \"date\" and at most "
                            + MAX_YEARS
                            + " years later: "
                            + next
                            + ".");
        }
        return new ReviewStatement.Approved(
                new Reviewer(
                        body.required("reviewer", ReviewStatement.MAX_TEXT),
                        body.required("role", ReviewStatement.MAX_TEXT)),
                body.text("registration", ReviewStatement.MAX_TEXT),
                body.required("scope", ReviewStatement.MAX_TEXT),
                date,
                next);
    }
}
