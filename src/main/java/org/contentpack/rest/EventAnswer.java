package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.Withdrawal;
import org.contentpack.version.Version;
import org.contentpack.webhook.EventKind;

/**
 * The wire shape of one event in the feed; {@code docs/api/event.json}. Who wanted it is for the
 * audit log.
 */
record EventAnswer(
        long sequence,
        Instant recorded,
        String kind,
        PackId pack,
        Version version,
        @JsonUnwrapped About about,
        String url) {

    /** What only some kinds of events have to say. */
    record About(
            Optional<ArticleId> article,
            Optional<Language> language,
            Optional<Digest> digest,
            Optional<String> channel,
            Optional<WithdrawalPart> withdrawal,
            Optional<StatementAnswer> review,
            Optional<RenamedPart> renamed) {

        private static About of(Optional<ArticleId> article) {
            return new About(
                    article,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static About release(Optional<Digest> digest, Optional<String> channel) {
            return new About(
                    Optional.empty(),
                    Optional.empty(),
                    digest,
                    channel,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static About of(Change.Withdrawn change) {
            return new About(
                    change.article(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(WithdrawalPart.of(change.withdrawal())),
                    Optional.empty(),
                    Optional.empty());
        }

        private static About of(Change.Reviewed change) {
            return new About(
                    Optional.of(change.article()),
                    Optional.of(change.language()),
                    Optional.of(change.digest()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(StatementAnswer.of(change.given())),
                    Optional.empty());
        }

        private static About of(Redirect redirect) {
            return new About(
                    redirect.article(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new RenamedPart(redirect.kind(), redirect.from(), redirect.to())));
        }
    }

    /** The wire shape of why something was withdrawn. */
    record WithdrawalPart(String kind, Optional<String> note, Optional<String> replacedBy) {
        static WithdrawalPart of(Withdrawal withdrawal) {
            return new WithdrawalPart(
                    withdrawal.kind().id(), withdrawal.note(), withdrawal.replacedBy());
        }
    }

    /** The wire shape of what was renamed. */
    record RenamedPart(ItemKind kind, String from, String to) {}

    static EventAnswer of(Event event, Links links) {
        Change change = event.change();
        if (change instanceof Change.Registered c) {
            return of(
                    event,
                    c.registration().id().version(),
                    About.release(Optional.of(c.registration().digest()), Optional.empty()),
                    links);
        }
        if (change instanceof Change.ChannelMoved c) {
            return of(
                    event,
                    c.version(),
                    About.release(Optional.empty(), Optional.of(c.channel().value())),
                    links);
        }
        if (change instanceof Change.Withdrawn c) {
            return of(event, c.version(), About.of(c), links);
        }
        if (change instanceof Change.Reinstated c) {
            return of(event, c.version(), About.of(c.article()), links);
        }
        if (change instanceof Change.Reviewed c) {
            return of(event, c.version(), About.of(c), links);
        }
        Change.Renamed renamed = (Change.Renamed) change;
        return of(event, renamed.version(), About.of(renamed.redirect()), links);
    }

    private static EventAnswer of(Event event, Version version, About about, Links links) {
        return new EventAnswer(
                event.sequence(),
                event.recorded(),
                EventKind.of(event.change()).id(),
                event.pack(),
                version,
                about,
                links.release(new ReleaseId(event.pack(), version)));
    }
}
