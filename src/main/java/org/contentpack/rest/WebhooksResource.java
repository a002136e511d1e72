package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.webhook.Outbox;
import org.contentpack.webhook.Webhook;
import org.contentpack.webhook.WebhookName;
import org.contentpack.webhook.Webhooks;

/**
 * The configured webhooks: how far each was told, what came of the tries, and telling again. Only
 * for callers who are for all packs, since a notice can be about any.
 */
@ApplicationScoped
@Path("/api/webhooks")
public class WebhooksResource {

    @Inject Webhooks webhooks;

    @Inject SyncAnswers answers;

    @Inject Links links;

    /** The wire shape of one line of a log; {@code docs/api/attempts.json}. */
    record LoggedAnswer(long sequence, @JsonUnwrapped WebhookAnswer.AttemptAnswer attempt) {}

    @GET
    @Needs(Scope.AUDIT)
    public Response list(@Context HttpServletRequest request) throws IOException {
        forAllPacks(Scope.AUDIT, request);
        List<WebhookAnswer> all = new ArrayList<>();
        for (Webhook webhook : webhooks.all()) {
            all.add(WebhookAnswer.of(webhooks.state(webhook), links));
        }
        return answers.list(all);
    }

    @GET
    @Path("{webhook}")
    @Needs(Scope.AUDIT)
    public Response get(@PathParam("webhook") String name, @Context HttpServletRequest request)
            throws IOException {
        forAllPacks(Scope.AUDIT, request);
        return state(find(name));
    }

    /** What came of each try, oldest first. */
    @GET
    @Path("{webhook}/attempts")
    @Needs(Scope.AUDIT)
    public Response attempts(@PathParam("webhook") String name, @Context HttpServletRequest request)
            throws IOException {
        forAllPacks(Scope.AUDIT, request);
        Webhook webhook = find(name);
        Page page = Page.of(Query.of(Targets.of(request)));
        long after = page.after().map(ChangesResource::sequence).orElse(0L);
        List<Outbox.Logged> lines = webhooks.log(webhook, after, page.limit());
        long last = lines.isEmpty() ? after : lines.get(lines.size() - 1).sequence();
        return answers.json(
                200,
                new ListAnswer<>(
                        lines.stream()
                                .map(
                                        line ->
                                                new LoggedAnswer(
                                                        line.sequence(),
                                                        WebhookAnswer.AttemptAnswer.of(
                                                                line.attempt())))
                                .toList(),
                        Optional.of(
                                links.webhook(webhook.name())
                                        + "/attempts?limit="
                                        + page.limit()
                                        + "&after="
                                        + Page.encode(Long.toString(last)))));
    }

    /** Tells again from an event on. */
    @POST
    @Path("{webhook}/replay")
    @Needs(Scope.PUBLISH)
    public Response replay(@PathParam("webhook") String name, @Context HttpServletRequest request)
            throws IOException {
        forAllPacks(Scope.PUBLISH, request);
        Webhook webhook = find(name);
        long from = JsonBody.read(request, Set.of("from")).sequence("from");
        if (!webhooks.replay(webhook, from)) {
            throw SyncAnswers.notPossible("There is no event " + from + ", nor is it the next.");
        }
        return state(webhook);
    }

    private Response state(Webhook webhook) throws IOException {
        return answers.json(200, WebhookAnswer.of(webhooks.state(webhook), links));
    }

    private Webhook find(String name) {
        return WebhookName.parse(name)
                .flatMap(webhooks::find)
                .orElseThrow(
                        () -> ProblemException.notFound("No webhook is called \"" + name + "\"."));
    }

    private static void forAllPacks(Scope scope, HttpServletRequest request) {
        if (!Callers.of(request).packPrefixes().contains("")) {
            throw Callers.notForThisPack(scope);
        }
    }
}
