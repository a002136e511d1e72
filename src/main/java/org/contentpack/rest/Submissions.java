package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.access.Caller;
import org.contentpack.access.Scope;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.ZipReader;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Submission;

/** The pack in the body of a request, for as long as it is looked at. */
@Dependent
public class Submissions {

    static final String SIGNATURE = "Content-Pack-Signature";

    @Inject Uploads uploads;

    @Inject Limits limits;

    @Inject RepeatedRequests repeated;

    /** What is done with a pack whose files can be read. */
    interface Use<T> {
        T of(Submission submission) throws IOException;
    }

    /**
     * Receives the body, which is gone afterwards.
     *
     * @param refused what is made of a zip that cannot be read as a pack
     */
    <T> T receive(HttpServletRequest request, Use<T> use, Function<Report, T> refused)
            throws IOException {
        try (Upload upload = uploads.receive(request)) {
            return look(upload, request, use, refused);
        }
    }

    /** The same, where a request that is sent again under its key is answered as the first time. */
    Response receiveOnce(
            HttpServletRequest request, Use<Response> use, Function<Report, Response> refused)
            throws IOException {
        Optional<IdempotencyKey> key = IdempotencyKey.of(request);
        try (Upload upload = uploads.receive(request)) {
            return repeated.answer(
                    request, key, upload.digest(), () -> look(upload, request, use, refused));
        }
    }

    private <T> T look(
            Upload upload, HttpServletRequest request, Use<T> use, Function<Report, T> refused)
            throws IOException {
        OpenResult opened = new ZipReader(limits).open(upload.file());
        if (opened instanceof OpenResult.Opened pack) {
            try (PackFiles files = pack.files()) {
                return use.of(submission(files, pack.notes(), request));
            }
        }
        return refused.apply(Report.of(((OpenResult.Refused) opened).findings()));
    }

    private static Submission submission(
            PackFiles files, List<Finding> notes, HttpServletRequest request) {
        Caller caller = Callers.of(request);
        return new Submission(
                files,
                notes,
                new Actor(caller.name()),
                pack -> caller.may(Scope.PUBLISH, pack),
                signatures(request));
    }

    /** Several, in one field or in several of this name. */
    private static List<String> signatures(HttpServletRequest request) {
        String joined = Preferences.joined(request, SIGNATURE);
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(String::strip).toList();
    }
}
