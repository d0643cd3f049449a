package dev.orderflow.chassis.http.paging;

import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Normalises the Idempotency-Key headers of a request to one key. The IETF draft defines a structured field string (RFC
 * 9651) in quotation marks; many clients omit them.
 */
@Provider
public class IdempotencyKeyFilter implements ContainerRequestFilter {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> fields = request.getHeaders().get(KEY);
        if (fields == null) {
            return;
        }
        List<String> keys = fields.stream()
                .map(IdempotencyKeyFilter::withoutQuotes)
                .distinct()
                .toList();
        if (keys.size() > 1) {
            throw ProblemException.invalid(
                    KEY, "the header " + KEY + " names %d keys; send one".formatted(keys.size()));
        }
        request.getHeaders().putSingle(KEY, keys.getFirst());
    }

    private static String withoutQuotes(String field) {
        var quoted = QUOTED.matcher(field);
        return quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : field;
    }
}
