package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.contentpack.access.Scope;

/** The withdrawal of one article in a release: there or not there. */
@ApplicationScoped
@Path("/api/packs/{pack}/versions/{selector}/articles")
public class ArticleWithdrawalResource {

    @Inject WithdrawalAnswers answers;

    @GET
    @Path("{article}/withdrawal")
    public Response get(
            @PathParam("pack") String pack,
            @PathParam("selector") String version,
            @PathParam("article") String article,
            @Context HttpServletRequest request) {
        return answers.get(
                WithdrawalAnswers.Place.of(pack, version, Optional.of(article)), request);
    }

    @PUT
    @Path("{article}/withdrawal")
    @Needs(Scope.WITHDRAW)
    public Response put(
            @PathParam("pack") String pack,
            @PathParam("selector") String version,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        return answers.put(
                WithdrawalAnswers.Place.of(pack, version, Optional.of(article)), request);
    }

    @DELETE
    @Path("{article}/withdrawal")
    @Needs(Scope.WITHDRAW)
    public Response delete(
            @PathParam("pack") String pack,
            @PathParam("selector") String version,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        return answers.delete(
                WithdrawalAnswers.Place.of(pack, version, Optional.of(article)), request);
    }
}
