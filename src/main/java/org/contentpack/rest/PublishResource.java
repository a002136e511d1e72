package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;

/** Takes packs from clients through the one door. */
@ApplicationScoped
@Path("/api/packs")
public class PublishResource {

    private static final Logger LOG = System.getLogger(PublishResource.class.getName());

    @Inject Registry registry;

    @Inject Submissions submissions;

    @Inject Links links;

    @Inject JsonWriter json;

    /** Registers the zip in the body. */
    @POST
    @Needs(Scope.PUBLISH)
    public Response publish(@Context HttpServletRequest request) throws IOException {
        return submissions.receiveOnce(
                request, submission -> publish(submission, request), PublishResource::refused);
    }

    private Response publish(Submission submission, HttpServletRequest request) throws IOException {
        PublishResult result = registry.publish(submission);
        if (result instanceof PublishResult.Published published) {
            AuditFilter.about(request, published.registration());
            LOG.log(
                    Level.INFO,
                    "{0} was published: {1}",
                    published.registration().id(),
                    published.registration().digest());
            return registered(201, published.registration(), published.report());
        }
        if (result instanceof PublishResult.Unchanged unchanged) {
            AuditFilter.about(request, unchanged.registration());
            ReleaseId id = unchanged.registration().id();
            PackHistory history = registry.history(id.pack());
            if (history.isErased(id.version())) {
                throw ReleaseAccess.withdrawn(
                        id.pack(),
                        id.version(),
                        Optional.empty(),
                        history.inForce(id.version(), Optional.empty()).orElseThrow());
            }
            int repaired = registry.repair(submission.files());
            if (repaired > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0}: {1} damaged files were mended from an upload",
                        id,
                        repaired);
            }
            // Found again, so that a client that missed the first answer learns all of it.
            return registered(200, unchanged.registration(), registry.validate(submission));
        }
        if (result instanceof PublishResult.VersionTaken taken) {
            AuditFilter.about(request, taken.existing());
            throw new ProblemException(
                    Problem.versionExists(
                            "Other content is registered as "
                                    + taken.existing().id()
                                    + ". A release never changes: publish this under a higher"
                                    + " version.",
                            FindingAnswer.of(taken.report()),
                            taken.existing().digest(),
                            taken.offered()));
        }
        if (result instanceof PublishResult.NotAllowed) {
            throw Callers.notForThisPack(Scope.PUBLISH);
        }
        return refused(((PublishResult.Refused) result).report());
    }

    private Response registered(int status, Registration registration, Report report) {
        String url = links.release(registration.id());
        return Response.status(status)
                .header("Location", url)
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .entity(
                        json.bytes(
                                new PublishedAnswer(
                                        registration.id().pack(),
                                        registration.id().version(),
                                        registration.digest(),
                                        registration.archiveDigest(),
                                        url,
                                        links.archive(registration.id()),
                                        FindingAnswer.of(report))))
                .build();
    }

    private static Response refused(Report report) {
        Refusal refusal = report.refusal().orElseThrow();
        List<FindingAnswer> findings = FindingAnswer.of(report);
        int errors = (int) findings.stream().filter(f -> f.severity().equals("error")).count();
        throw new ProblemException(
                Problem.refused(
                        ProblemType.of(refusal),
                        "Nothing was stored. The pack breaks "
                                + (errors == 1 ? "a rule" : errors + " rules")
                                + "; each finding says where, and what to do.",
                        findings));
    }
}
