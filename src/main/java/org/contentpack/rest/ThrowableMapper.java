package org.contentpack.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.contentpack.registry.StoreException;
import org.contentpack.sync.ConnectorException;

/**
 * Turns whatever ends a request early into an answer of ours: problems, redirects, what the
 * framework throws, and faults, of which the log learns everything and the client nothing.
 */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ThrowableMapper.class.getName());

    @Inject JsonWriter json;

    @Context HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RedirectException redirect) {
            Response.ResponseBuilder answer =
                    Response.status(redirect.status())
                            .header("Location", redirect.location())
                            .header("Cache-Control", CacheLifetime.MOVING.header());
            redirect.vary().ifPresent(fields -> answer.header("Vary", fields));
            return answer.build();
        }
        if (thrown instanceof ProblemException problem) {
            return json.answer(problem);
        }
        if (thrown instanceof ConnectorException connector) {
            return ConnectorAnswers.of(connector, json);
        }
        if (thrown instanceof WebApplicationException framework) {
            return fromFramework(framework);
        }
        if (thrown instanceof StoreException || thrown.getCause() instanceof StoreException) {
            LOG.log(
                    Level.ERROR,
                    "the store failed while answering request " + RequestIds.of(request),
                    thrown);
            return Response.fromResponse(
                            json.answer(
                                    Problem.of(
                                            ProblemType.STORAGE_UNAVAILABLE,
                                            "The store cannot be read at the moment; try again"
                                                    + " later.")))
                    .header("Retry-After", 5)
                    .build();
        }
        LOG.log(Level.ERROR, "request " + RequestIds.of(request) + " failed", thrown);
        return json.answer(internal());
    }

    private Response fromFramework(WebApplicationException framework) {
        Response own = framework.getResponse();
        if (own.getStatus() < 400) {
            return own;
        }
        Optional<ProblemType> type = ProblemType.ofStatus(own.getStatus());
        if (type.isEmpty() || own.getStatus() >= 500) {
            LOG.log(Level.ERROR, "the framework failed with status " + own.getStatus(), framework);
            return json.answer(internal());
        }
        Response answer = json.answer(Problem.of(type.get(), detail(type.get())));
        return framework instanceof NotAllowedException
                ? Response.fromResponse(answer)
                        .header("Allow", own.getHeaderString("Allow"))
                        .build()
                : answer;
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED ->
                    "The methods that this address takes are in the header Allow.";
            default -> type.title() + ".";
        };
    }

    private static Problem internal() {
        return Problem.of(
                ProblemType.INTERNAL_ERROR,
                "This is a fault of the server, not of the request; its log says more.");
    }
}
