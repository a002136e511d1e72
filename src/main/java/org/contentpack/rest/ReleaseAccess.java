package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.contentpack.access.Authentication;
import org.contentpack.access.Authenticator;
import org.contentpack.access.Scope;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.PackHistory.InForce;
import org.contentpack.registry.Withdrawal;
import org.contentpack.version.Version;

/**
 * Keeps texts that were withdrawn for harm or for good from everybody but callers with the scope
 * {@code audit}, whose answers no cache may keep.
 */
@Dependent
public class ReleaseAccess {

    /** Set on requests whose answer is for an auditor only. */
    static final String AUDITED = ReleaseAccess.class.getName();

    /** Set on requests for what is withdrawn and shown all the same: since when. */
    static final String DEPRECATED = ReleaseAccess.class.getName() + ".since";

    /** Set beside it: the address that says why. */
    static final String STATUS = ReleaseAccess.class.getName() + ".status";

    @Inject Authenticator authenticator;

    @Inject Links links;

    /**
     * @throws ProblemException {@code withdrawn}
     */
    void check(PackHistory history, Version version, HttpServletRequest request) {
        check(history, version, Optional.empty(), request);
    }

    /**
     * @throws ProblemException {@code withdrawn}
     */
    void check(
            PackHistory history, Version version, ArticleId article, HttpServletRequest request) {
        check(history, version, Optional.of(article), request);
    }

    /**
     * Looks at the release's articles too, since all of them are in what is asked for.
     *
     * @throws ProblemException {@code withdrawn}
     */
    void checkWhole(PackHistory history, Version version, HttpServletRequest request) {
        check(history, version, request);
        history.withdrawnArticles(version)
                .forEach((article, inForce) -> check(history, version, article, request));
    }

    private void check(
            PackHistory history,
            Version version,
            Optional<ArticleId> article,
            HttpServletRequest request) {
        Optional<InForce> inForce = history.inForce(version, article);
        if (inForce.isEmpty()) {
            return;
        }
        if (inForce.get().withdrawal().kind().isShown()) {
            request.setAttribute(DEPRECATED, inForce.get().since());
            request.setAttribute(STATUS, links.status(new ReleaseId(history.pack(), version)));
            return;
        }
        if (inForce.get().withdrawal().kind() != Withdrawal.Kind.ERASED
                && mayAudit(history.pack(), request)) {
            return;
        }
        throw withdrawn(history.pack(), version, article, inForce.get());
    }

    /** Whether the caller may have what readers do not get of a pack; no cache may keep it then. */
    boolean mayAudit(PackId pack, HttpServletRequest request) {
        boolean may = isAuditor(pack, request);
        if (may) {
            request.setAttribute(AUDITED, true);
        }
        return may;
    }

    private boolean isAuditor(PackId pack, HttpServletRequest request) {
        Optional<String> credential = Optional.ofNullable(request.getHeader("Authorization"));
        return credential.isPresent()
                && authenticator.authenticate(credential, request.getRemoteAddr())
                        instanceof Authentication.Accepted accepted
                && accepted.caller().may(Scope.AUDIT, pack);
    }

    static ProblemException withdrawn(
            PackId pack, Version version, Optional<ArticleId> article, InForce inForce) {
        Withdrawal withdrawal = inForce.withdrawal();
        String what =
                article.map(a -> "Article \"" + a + "\" of release ").orElse("Release ")
                        + pack
                        + " "
                        + version;
        return new ProblemException(
                Problem.withdrawn(
                        what
                                + (withdrawal.kind() == Withdrawal.Kind.ERASED
                                        ? " was erased: "
                                        : " was withdrawn: ")
                                + withdrawal.note().orElse("")
                                + withdrawal.replacedBy().map(r -> " Instead: " + r).orElse(""),
                        WithdrawalAnswer.of(article, inForce)));
    }
}
