package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.AuditLog;
import org.contentpack.access.Caller;
import org.contentpack.access.Scope;
import org.contentpack.pack.PackId;

/** Who wanted what, when, and what came of it. Never kept by a cache. */
@ApplicationScoped
@Path("/api/audit")
public class AuditResource {

    /** Characters of a day such as {@code 2026-11-26}. */
    private static final int DAY = 10;

    @Inject AuditLog log;

    @Inject JsonWriter json;

    @Inject Links links;

    /**
     * All entries, or with {@code pack} those about one; a caller for some packs must name one.
     * {@code since} and {@code until} bound their moments.
     */
    @GET
    @Needs(Scope.AUDIT)
    public Response list(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        Optional<String> pack = query.one("pack");
        Optional<String> caller = query.one("caller");
        Optional<String> since = query.one("since");
        Optional<String> until = query.one("until");
        check(pack, request);
        Page page = Page.of(query);
        long after = page.after().map(ChangesResource::sequence).orElse(0L);
        List<AuditLog.Recorded> entries =
                log.after(
                        after,
                        page.limit(),
                        new AuditLog.Filter(
                                pack,
                                caller,
                                since.map(s -> moment("since", s)),
                                until.map(u -> moment("until", u))));
        long last = entries.isEmpty() ? after : entries.get(entries.size() - 1).sequence();
        String next =
                links.audit()
                        + "?limit="
                        + page.limit()
                        + pack.map(p -> "&pack=" + RequestTarget.encode(p)).orElse("")
                        + caller.map(c -> "&caller=" + RequestTarget.encode(c)).orElse("")
                        + since.map(s -> "&since=" + RequestTarget.encode(s)).orElse("")
                        + until.map(u -> "&until=" + RequestTarget.encode(u)).orElse("")
                        + "&after="
                        + Page.encode(Long.toString(last));
        return Response.ok(
                        json.bytes(
                                new ListAnswer<>(
                                        entries.stream().map(AuditAnswer::of).toList(),
                                        Optional.of(next))))
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }

    private static Instant moment(String name, String text) {
        try {
            return text.length() == DAY
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.malformed(
                    name
                            + " must be a moment in UTC (2026-11-26T10:00:00Z) or a day"
                            + " (2026-11-26).");
        }
    }

    private static void check(Optional<String> pack, HttpServletRequest request) {
        Caller caller = Callers.of(request);
        boolean allowed =
                pack.isPresent()
                        ? PackId.parse(pack.get())
                                .map(id -> caller.may(Scope.AUDIT, id))
                                .orElse(caller.packPrefixes().contains(""))
                        : caller.packPrefixes().contains("");
        if (!allowed) {
            throw Callers.notForThisPack(Scope.AUDIT);
        }
    }
}
