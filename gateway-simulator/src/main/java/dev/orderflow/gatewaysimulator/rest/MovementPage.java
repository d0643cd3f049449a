package dev.orderflow.gatewaysimulator.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.orderflow.gatewaysimulator.domain.Movement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the statement, oldest movements first.
 *
 * @param next value of {@code after} for the next page; null on the last page
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
