package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.access.Scope;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Resolution;
import org.contentpack.sync.ConnectorKinds;
import org.contentpack.sync.ItemForm;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Merging;
import org.contentpack.sync.RawItem;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;

/**
 * The plan for a CMS that sends its own state and may not be reached from outside. Nothing of what
 * is sent is kept.
 */
@ApplicationScoped
@Path("/api/packs/{pack}/merges")
public class MergesResource {

    private static final Set<String> MEMBERS = Set.of("kind", "base", "to", "complete", "items");

    private static final Set<String> ITEM_MEMBERS =
            Set.of(
                    "article",
                    "language",
                    "title",
                    "summary",
                    "slug",
                    "tags",
                    "body",
                    "review",
                    "notice");

    /** Most items in one request. */
    private static final int MAX_ITEMS = 200;

    private static final int MAX_TAGS = 200;

    /** Longest tag, kind, or word of a review, in characters. */
    private static final int MAX_WORD = 200;

    /** An answer has each text up to five times, all of them in memory. */
    private final AtOnce atOnce = new AtOnce(2, Duration.ZERO);

    @Inject ReleaseLookup lookup;

    @Inject ConnectorKinds kinds;

    @Inject Merging merging;

    @Inject SyncAnswers answers;

    @Inject Links links;

    @POST
    @Needs(value = Scope.SYNC, audited = Needs.Audited.REFUSALS)
    public Response merge(@PathParam("pack") String packText, @Context HttpServletRequest request)
            throws IOException {
        PackId pack = ReleaseLookup.pack(packText);
        Callers.require(Scope.SYNC, pack, request);
        return atOnce.run(() -> answers.json(200, merged(packText, request)));
    }

    private MergesAnswer merged(String packText, HttpServletRequest request) throws IOException {
        JsonBody body = JsonBody.read(request, MEMBERS, JsonBody.LARGEST_BYTES);
        ItemForm form =
                body.required(
                        "kind",
                        "a kind of CMS whose items can be sent ("
                                + String.join(", ", kinds.withForm())
                                + ")",
                        kinds::form);
        Version version = body.required("base", "a version such as 1.0.0", Version::parse);
        Selector to =
                body.required(
                        "to",
                        "a version (1.1.0), a range (^1.0) or a channel (latest)",
                        Selector::parse);
        PackHistory history = lookup.history(packText);
        Registration base =
                history.release(version)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "\""
                                                        + packText
                                                        + "\" has no version \""
                                                        + version
                                                        + "\", from which the items are said to"
                                                        + " come."));
        List<Merging.Sent> items = new ArrayList<>();
        Set<ItemKey> keys = new HashSet<>();
        for (JsonBody item : body.objects("items", ITEM_MEMBERS, MAX_ITEMS)) {
            Merging.Sent sent = sent(history.pack(), item);
            if (!keys.add(sent.key())) {
                throw ProblemException.malformed(
                        "\"items\" may have each article once in a language: " + sent.key());
            }
            items.add(sent);
        }
        Registration chosen = chosen(history, to, base);
        return MergesAnswer.of(
                base,
                chosen,
                merging.merge(
                        form,
                        base,
                        chosen,
                        items,
                        body.flag("complete"),
                        path -> links.asset(chosen.id(), path)));
    }

    /**
     * The release that is asked for. Where a range or channel chooses nothing because everything
     * was withdrawn, the items are told so by the release that they are of.
     */
    private static Registration chosen(PackHistory history, Selector to, Registration base) {
        Resolution resolution = history.resolve(to);
        if (resolution instanceof Resolution.Exact exact) {
            return exact.registration();
        }
        if (resolution instanceof Resolution.Chosen chosen) {
            return chosen.registration();
        }
        if (to instanceof Selector.Exact || history.withdrawal(base.id().version()).isEmpty()) {
            throw ProblemException.notFound(
                    "No release of \"" + history.pack() + "\" fits what \"to\" asks for.");
        }
        return base;
    }

    private static Merging.Sent sent(PackId pack, JsonBody item) {
        ItemKey key =
                new ItemKey(
                        pack,
                        item.required("article", "the id of an article", ArticleId::parse),
                        item.required("language", "a language tag such as en", Language::parse));
        TreeMap<String, Value> fields = new TreeMap<>();
        for (String field : List.of("title", "summary", "slug")) {
            item.lines(field).ifPresent(text -> fields.put(field, new Value.Text(text)));
        }
        item.texts("tags", MAX_TAGS, MAX_WORD)
                .ifPresent(tags -> fields.put("tags", new Value.Terms(new TreeSet<>(tags))));
        String text =
                item.lines("body")
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "Each item must have a \"body\"."));
        return new Merging.Sent(
                key,
                new RawItem(fields, text),
                item.text("review", MAX_WORD),
                item.lines("notice").filter(notice -> !notice.isEmpty()));
    }
}
