package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;

/** Answers that hold editors' unpublished texts: no cache may keep them. */
@Dependent
public class SyncAnswers {

    @Inject JsonWriter json;

    Response json(int status, Object value) {
        return builder(status, value).build();
    }

    /** With the address of what it is about. */
    Response json(int status, Object value, String location) {
        return builder(status, value).header("Location", location).build();
    }

    /** With the digest that a plan is agreed to by. */
    Response plan(int status, PlanAnswer plan) {
        return builder(status, plan)
                .header("Location", plan.url())
                .header("ETag", EntityTags.of(plan.digest()))
                .build();
    }

    <T> Response list(List<T> items) {
        return json(200, new ListAnswer<>(items, Optional.empty()));
    }

    private Response.ResponseBuilder builder(int status, Object value) {
        return Response.status(status)
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .entity(json.bytes(value));
    }

    static ProblemException notPossible(String detail) {
        return new ProblemException(Problem.of(ProblemType.NOT_POSSIBLE, detail));
    }

    static ProblemException stale(String detail, Digest now) {
        return new ProblemException(
                Problem.of(ProblemType.STALE_PLAN, detail), "ETag", EntityTags.of(now));
    }
}
