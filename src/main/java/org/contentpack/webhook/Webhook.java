package org.contentpack.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.registry.Event;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Answer;
import org.contentpack.sync.http.Call;
import org.contentpack.sync.http.SiteHttp;

/**
 * One configured receiver of notices. Safe for use by several threads.
 *
 * @param http calls to its host
 * @param path below the host, with its query; it may hold a secret
 * @param secrets the first is the one in use; others sign as well while they are exchanged
 * @param kinds kinds of events that it is told of; all where there are none
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public record Webhook(
        WebhookName name,
        SiteHttp http,
        String path,
        List<WebhookSecret> secrets,
        Set<EventKind> kinds) {

    public Webhook {
        secrets = List.copyOf(secrets);
        kinds = Set.copyOf(kinds);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook must have a secret: " + name);
        }
    }

    boolean wants(Event event) {
        return kinds.isEmpty() || kinds.contains(EventKind.of(event.change()));
    }

    /**
     * Sends a notice once; taken where the method returns.
     *
     * @throws ConnectorException where it was not taken; the message has no secret
     */
    void send(Notice notice, Instant now) throws ConnectorException {
        byte[] body = notice.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new HashMap<>();
        fields.put("Content-Type", "application/json");
        fields.put("webhook-id", notice.id());
        fields.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        fields.put(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(notice.id(), now, body))
                        .collect(Collectors.joining(" ")));
        Answer answer;
        try {
            answer = http.send(new Call("POST", path, fields, body));
        } catch (ConnectorException e) {
            throw e.kind() == Kind.UNAUTHORISED ? refused(401) : e;
        }
        if (!answer.isSuccess()) {
            throw refused(answer.status());
        }
    }

    private static ConnectorException refused(int status) {
        return new ConnectorException(
                Kind.REFUSED,
                "The webhook refused the notice (" + status + ").",
                "Look at its address and secret, and into the receiver's own log.");
    }

    /** Without path and secrets. */
    @Override
    public String toString() {
        return name + " at " + http.site();
    }
}
