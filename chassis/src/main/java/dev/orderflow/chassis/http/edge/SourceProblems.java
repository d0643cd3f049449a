package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;

/** The problems of requests from a forbidden source. */
final class SourceProblems {

    /** RFC 9110, 15.5.20. Not 400, because the syntax of the request is valid. */
    private static final StatusType MISDIRECTED_REQUEST =
            Response.status(421, "Misdirected Request").build().getStatusInfo();

    static final String HOST =
            "This server does not answer requests for the name in the Host header. Use localhost or a name in"
                    + " ORDERFLOW_HTTP_HOSTS, or add the name there.";

    static final String ORIGIN = "Pages of other origins cannot change data. If the page is yours, add its origin to"
            + " CONSOLE_ORIGIN. A program sends no Origin header.";

    private SourceProblems() {}

    static Problem of(SourceRefusal refusal, HttpServletRequest request) {
        return switch (refusal) {
            case UNKNOWN_HOST -> Problems.of(MISDIRECTED_REQUEST, "unknown-host", HOST, List.of(), request);
            case FOREIGN_ORIGIN -> Problems.of(Status.FORBIDDEN, "foreign-origin", ORIGIN, List.of(), request);
            case NOT_JSON -> Problems.of(Status.UNSUPPORTED_MEDIA_TYPE, request);
        };
    }
}
