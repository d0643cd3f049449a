package dev.orderflow.chassis.http.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemExample;
import dev.orderflow.chassis.http.edge.SourceProblems;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Documents what every operation of every service may be answered with, so that a resource tells of its own problems
 * only. Each problem is an example that is named by its type. The headers RetryAfter and NextPage are there for
 * resources to refer to.
 */
public class ProblemsInOpenApi implements OASFilter {

    private static final Map<Status, String> ANYWHERE = new EnumMap<>(Map.of(
            Status.NOT_ACCEPTABLE, "This operation cannot produce any media type of the Accept header",
            Status.REQUEST_TIMEOUT, "The body did not arrive in time",
            Status.REQUEST_ENTITY_TOO_LARGE, "The body is too large",
            Status.REQUEST_URI_TOO_LONG, "Path and query are too long",
            Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "The header has too many fields, or is too large",
            Status.INTERNAL_SERVER_ERROR, "Internal error; nothing was changed",
            Status.SERVICE_UNAVAILABLE, "A dependency is unavailable or busy; retry after Retry-After seconds"));

    /** Nullable is a type of its own since OpenAPI 3.1; then null is one of the allowed values, too. */
    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values != null && schema.getType() != null && schema.getType().contains(SchemaType.NULL)) {
            List<Object> withNull = new ArrayList<>(values);
            withNull.add(null);
            schema.setEnumeration(withNull);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(createComponents());
        }
        api.getComponents()
                .addSchema("FieldError", ProblemExample.fieldErrorSchema())
                .addSchema("Problem", ProblemExample.schema())
                .addHeader("RetryAfter", header("Seconds to wait before a retry", SchemaType.INTEGER, 1))
                .addHeader(
                        "NextPage",
                        header(
                                "rel=\"next\": the next page, if there is one",
                                SchemaType.STRING,
                                "</api/orders?limit=50&after=AAZPVtNogAABogb4Ah93mKK8FcwHcAiJ>; rel=\"next\""));
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (method != HttpMethod.GET) {
                        completeChange(path, operation);
                    }
                    complete(path, operation);
                }));
        if (api.getComponents().getResponses() != null) {
            api.getComponents().getResponses().values().forEach(ProblemsInOpenApi::nameSchema);
        }
    }

    private static Header header(String description, SchemaType type, Object example) {
        return createHeader()
                .description(description)
                .schema(createSchema().addType(type).addExample(example));
    }

    private static void complete(String path, Operation operation) {
        ANYWHERE.forEach((status, description) -> add(operation, status, description, ProblemExample.of(status, path)));
        List<ProblemExample> unreadable =
                new ArrayList<>(List.of(ProblemExample.of(Status.BAD_REQUEST, path), ProblemExample.invalid(path)));
        if (operation.getRequestBody() != null) {
            unreadable.add(ProblemExample.malformed(path));
        }
        add(
                operation,
                SourceProblems.MISDIRECTED_REQUEST,
                "This server does not serve the host in the Host header",
                SourceProblems.unknownHost(path));
        add(
                operation,
                Status.BAD_REQUEST,
                "The request is malformed or breaks a rule; see errors",
                unreadable.toArray(ProblemExample[]::new));
        operation.getResponses().getAPIResponses().values().forEach(ProblemsInOpenApi::nameSchema);
    }

    private static void completeChange(String path, Operation operation) {
        Status type = Status.UNSUPPORTED_MEDIA_TYPE;
        add(operation, type, "The request is of another media type", ProblemExample.of(type, path));
        add(
                operation,
                Status.FORBIDDEN,
                "The request comes from a page of another origin",
                SourceProblems.foreignOrigin(path));
    }

    private static void add(Operation operation, StatusType status, String description, ProblemExample... examples) {
        MediaType content = createMediaType();
        Arrays.stream(examples)
                .forEach(example ->
                        content.addExample(example.name(), createExample().value(example.value())));
        String code = Integer.toString(status.getStatusCode());
        if (operation.getResponses().getAPIResponse(code) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            code,
                            createAPIResponse()
                                    .description(description)
                                    .content(createContent().addMediaType(Problem.MEDIA_TYPE, content)));
        }
    }

    /** A resource may leave the schema of its problems out: there is but one. */
    private static void nameSchema(APIResponse response) {
        if (response.getContent() != null && response.getContent().getMediaType(Problem.MEDIA_TYPE) != null) {
            response.getContent()
                    .getMediaType(Problem.MEDIA_TYPE)
                    .setSchema(createSchema().ref("Problem"));
        }
    }
}
