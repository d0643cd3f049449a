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
 * A page of a list.
 *
 * @param next cursor of the next page; absent on the last page
 */
@JsonbPropertyOrder({"items", "next"})
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Creates a page from a query that fetched one item more than the limit.
     *
     * @param found items of the page, and one more if there is a next page
     * @param place returns the cursor that selects the items after an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, place.apply(items.getLast()));
    }

    /**
     * Responds with this page, and with a Link header if there is a next one. The link has no host, because a proxy may
     * have another name.
     *
     * @param cursor query parameter that takes {@link #next}
     */
    public Response answer(UriInfo uri, String cursor) {
        return answer(this, uri, cursor);
    }

    /**
     * Responds with a body other than this page.
     *
     * @param cursor query parameter that takes {@link #next}
     */
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
