package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request and its response, in JSON. */
public record JsonExchange(ServerRequest request, ServerResponse response) {

    public static final String JSON = "application/json";

    /**
     * Reads the body strictly.
     *
     * @throws ProblemException 400, 413 or 415 if it cannot be read
     */
    public <T> T body(Class<T> type) {
        requireUtf8();
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(RequestLimits.BODY_BYTES + 1);
            if (body.length > RequestLimits.BODY_BYTES) {
                throw ProblemException.of(Status.REQUEST_ENTITY_TOO_LARGE_413);
            }
            return Json.read(body, type);
        } catch (IOException broken) {
            throw ProblemException.badRequest("malformed-json", "The body is incomplete.");
        }
    }

    /** JSON is UTF-8 (RFC 8259); any other charset is refused. */
    private void requireUtf8() {
        boolean isOther = request.headers()
                .contentType()
                .flatMap(HttpMediaType::charset)
                .filter(charset -> !charset.equalsIgnoreCase("UTF-8"))
                .isPresent();
        if (isOther) {
            throw ProblemException.of(Status.UNSUPPORTED_MEDIA_TYPE_415);
        }
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /** Returns a path parameter, decoded. */
    public String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /** Returns the first value of a query parameter, decoded. */
    public Optional<String> query(String name) {
        return request.query().first(name).asOptional();
    }

    public void answer(Object value) {
        answer(Status.OK_200, value);
    }

    public void answer(Status status, Object value) {
        answerText(status, JSON, Json.write(value));
    }

    public void answerText(Status status, String type, String text) {
        response.headers().set(HeaderNames.CONTENT_TYPE, type);
        response.status(status).send(text);
    }

    public void answerNothing(Status status) {
        response.status(status).send();
    }
}
