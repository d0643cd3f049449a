package dev.orderflow.inventory.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
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

    /** @param found the items of the page, and one more if there is a next page */
    static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, key.apply(items.get(limit - 1)));
    }

    /** @param cursor the query parameter that takes {@link #next} */
    Response answer(UriInfo uri, String cursor) {
        var response = Response.ok(this);
        if (next != null) {
            response.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam(cursor, next))
                    .rel("next")
                    .build());
        }
        return response.build();
    }
}
