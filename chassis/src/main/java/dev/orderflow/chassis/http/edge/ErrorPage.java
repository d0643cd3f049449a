package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.Problems;
import dev.orderflow.chassis.http.RequestFailureLog;
import dev.orderflow.chassis.telemetry.LogText;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers with a problem if the container or the {@link EdgeFilter} rejects a request. JAX-RS does not receive it. */
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problems.of(Response.status(status(request)).build().getStatusInfo(), request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && problem.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            RequestFailureLog.log(request, failure);
            write(response, problem);
        } else {
            refuse(request, response, problem);
        }
    }

    /** Sends the problem and logs one line. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        LOG.log(Level.INFO, "Answered {0}: {1} {2}, trace id {3}", new Object[] {
            problem.status(), LogText.of(Problems.method(request)), LogText.of(problem.instance()), problem.traceId()
        });
        write(response, problem);
    }

    private static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, Problem.CACHE_CONTROL);
        response.getOutputStream().write(JSON.toJson(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** A direct request for this page is 404. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : Status.NOT_FOUND.getStatusCode();
    }
}
