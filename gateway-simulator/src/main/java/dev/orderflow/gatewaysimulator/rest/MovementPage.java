package dev.orderflow.gatewaysimulator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orderflow.gatewaysimulator.domain.Movement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the statement, the oldest movements first.
 *
 * @param next what {@code after} of the next page is; null on the last one
 */
record MovementPage(
        List<Movement> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next) {

    /** @param found the movements of the page, and one more if there is a next page */
    static MovementPage of(List<Movement> found, int limit) {
        if (found.size() <= limit) {
            return new MovementPage(found, null);
        }
        List<Movement> items = List.copyOf(found.subList(0, limit));
        return new MovementPage(items, items.getLast().place().encode());
    }
}
