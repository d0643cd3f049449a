package dev.orderflow.order;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.chassis.harness.openapi.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds requests that were accepted although the service must reject them. */
final class SuccessCheck {

    private static final Pattern ORDER = Pattern.compile("/api/orders/([0-9a-fA-F]+-[^/;]*).*");
    private static final int ID_LENGTH = 36;

    private SuccessCheck() {}

    static List<String> complaints(Operation operation, RawRequest request, RawAnswer answer) {
        if (answer.status() >= 300) {
            return List.of();
        }
        return Stream.of(body(request, answer), query(operation, request), id(request), framing(request))
                .flatMap(complaints -> complaints)
                .map(complaint -> complaint + " is answered " + answer.status())
                .toList();
    }

    /** The body may be sent only if the client does not have it, even if a proxy weakened the tag. */
    private static Stream<String> body(RawRequest request, RawAnswer answer) {
        String tag = answer.header("ETag");
        boolean isKnown = List.of("GET", "HEAD").contains(request.method())
                && !tag.isEmpty()
                && has(request, "If-None-Match", value -> value.contains(tag) || value.equals("*"));
        return isKnown ? Stream.of("a reader that knows the body") : Stream.of();
    }

    private static Stream<String> query(Operation operation, RawRequest request) {
        List<String> names = Arrays.stream(
                        request.target().replaceFirst("^[^?]*\\??", "").split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> URLDecoder.decode(parameter.replaceFirst("=.*", ""), StandardCharsets.UTF_8))
                .toList();
        boolean isKnownAndSingle = operation.queryParameters().containsAll(names)
                && names.stream().distinct().count() == names.size();
        return isKnownAndSingle ? Stream.of() : Stream.of("a query with unknown or repeated parameters");
    }

    private static Stream<String> id(RawRequest request) {
        var order = ORDER.matcher(request.path());
        return order.matches() && order.group(1).length() != ID_LENGTH ? Stream.of("half an id") : Stream.of();
    }

    private static Stream<String> framing(RawRequest request) {
        boolean isUnclear = has(request, "Transfer-Encoding", coding -> true);
        boolean isPacked =
                !request.body().isEmpty() && has(request, "Content-Encoding", GeneratedFields::isUnknownEncoding);
        return isUnclear || isPacked ? Stream.of("a body whose end or encoding is not known") : Stream.of();
    }

    private static boolean has(RawRequest request, String name, Predicate<String> value) {
        return request.fields().stream()
                .filter(field -> field.startsWith(name + ":"))
                .anyMatch(field -> value.test(field.substring(name.length() + 1).strip()));
    }
}
