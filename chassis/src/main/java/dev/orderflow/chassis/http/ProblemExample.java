package dev.orderflow.chassis.http;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * A problem as the OpenAPI document shows it.
 *
 * @param name last part of the problem's type
 */
public record ProblemExample(String name, Map<String, Object> value) {

    public static ProblemExample of(Status status, String path) {
        return of(status, Problems.type(status), Problems.detail(status), path);
    }

    public static ProblemExample malformed(String path) {
        return of(
                Status.BAD_REQUEST,
                "malformed-json",
                "The body is not valid JSON or does not match its schema; see /openapi/ui.",
                path);
    }

    public static ProblemExample invalid(String path) {
        ProblemExample problem =
                of(Status.BAD_REQUEST, "invalid-request", "The request breaks 1 rule(s); see errors.", path);
        problem.value().put("errors", List.of(Map.of("field", "limit", "message", "must be at most 100")));
        return problem;
    }

    public static ProblemExample of(StatusType status, String type, String detail, String path) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + type);
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.getStatusCode());
        problem.put("detail", detail);
        problem.put("instance", path);
        problem.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        return new ProblemExample(type, problem);
    }

    public static Schema schema() {
        return object("RFC 9457 problem details")
                .addProperty("type", text("Identifies the type of problem"))
                .addProperty("title", text("The status in words"))
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What went wrong and what to do"))
                .addProperty("instance", text("Path of the request"))
                .addProperty("traceId", text("Trace id of the request, to find it in logs and traces"))
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(createSchema().ref("FieldError"))
                                .description("One entry per invalid input"))
                .required(List.of("type", "title", "status", "detail", "instance", "traceId"));
    }

    public static Schema fieldErrorSchema() {
        return object("One error")
                .addProperty("field", text("Path of the value within the input, such as lines[0].quantity"))
                .addProperty("message", text("The violated rule"))
                .required(List.of("field", "message"));
    }

    private static Schema object(String description) {
        return createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return createSchema().addType(SchemaType.STRING).description(description);
    }
}
