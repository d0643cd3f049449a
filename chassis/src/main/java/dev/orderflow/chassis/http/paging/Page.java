package dev.orderflow.chassis.http.paging;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part begins; absent at the end
 */
@JsonbPropertyOrder({"items", "next"})
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts off what is only there to tell that there is more.
     *
     * @param found the items of the page, and one more if there is a next page
     * @param place what tells where an item stands in the list
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, place.apply(items.getLast()));
    }

    /**
     * With a Link header to the next page, if there is one. It names no host, because a proxy may have another.
     *
     * @param cursor the query parameter that takes {@link #next}
     */
    public Response answer(UriInfo uri, String cursor) {
        return answer(this, uri, cursor);
    }

    /** The same with a body of the service's own. */
    public Response answer(Object body, UriInfo uri, String cursor) {
        var response = Response.ok(body);
        if (next != null) {
            var nextPage = UriBuilder.fromPath(uri.getRequestUri().getRawPath())
                    .replaceQuery(uri.getRequestUri().getRawQuery())
                    .replaceQueryParam(cursor, "{next}")
                    .build(next);
            response.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(nextPage));
        }
        return response.build();
    }
}
