package org.contentpack.rest;

import jakarta.ws.rs.core.Response;
import org.contentpack.sync.ConnectorException;

/** What a client is told where a CMS did not do what was asked of it. */
final class ConnectorAnswers {

    /** Seconds after which a CMS that asked to wait may be asked again. */
    private static final int PATIENCE = 60;

    private ConnectorAnswers() {}

    static Response of(ConnectorException exception, JsonWriter json) {
        Response answer = json.answer(Problem.of(type(exception.kind()), detail(exception)));
        return exception.kind() == ConnectorException.Kind.BUSY
                ? Response.fromResponse(answer).header("Retry-After", PATIENCE).build()
                : answer;
    }

    private static ProblemType type(ConnectorException.Kind kind) {
        return switch (kind) {
            case NOT_ALLOWED -> ProblemType.TARGET_NOT_ALLOWED;
            case CHANGED_MEANWHILE -> ProblemType.NOT_POSSIBLE;
            case UNREACHABLE,
                    UNAUTHORISED,
                    FORBIDDEN,
                    BUSY,
                    REFUSED,
                    UNEXPECTED_ANSWER,
                    NOT_WRITTEN,
                    GONE ->
                    ProblemType.UPSTREAM_FAILED;
        };
    }

    /** Message and hint hold no secret, by the connectors' contract. */
    private static String detail(ConnectorException exception) {
        return (exception.getMessage() + " " + exception.hint()).strip();
    }
}
