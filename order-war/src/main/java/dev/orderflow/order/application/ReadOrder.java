package dev.orderflow.order.application;

import dev.orderflow.order.application.OrderCache.Lookup.Hit;
import dev.orderflow.order.application.OrderCache.Lookup.Miss;
import dev.orderflow.order.application.OrderCache.Lookup.Unavailable;
import dev.orderflow.order.domain.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Someone looks at an order: from the cache, or else from the database. No database connection is held while Redis is
 * asked.
 */
@ApplicationScoped
public class ReadOrder {

    /** Where an answer came from. */
    public enum Source {
        CACHE,
        /** The cache had nothing, and has it now. */
        DATABASE_STORED,
        /** The cache had nothing, and knew of a newer version meanwhile or went away. */
        DATABASE,
        /** The cache could not be asked. */
        DATABASE_BYPASS
    }

    /** An order as it is answered. */
    public record Reading(long version, String body, Source source) {}

    @Inject
    OrderCache cache;

    @Inject
    FindOrders findOrders;

    /**
     * The order; never older than the last change of which the cache knows, and never by more than the life of an
     * entry.
     *
     * @param form of the JSON: a cached body of another form is a miss
     * @param render makes the answer of an order
     */
    public Optional<Reading> read(UUID id, String form, Function<Order, String> render) {
        return switch (cache.find(id, form)) {
            case Hit hit -> Optional.of(new Reading(hit.version(), hit.body(), Source.CACHE));
            case Miss miss ->
                fromDatabase(id, render)
                        .map(read -> read.with(store(read, form) ? Source.DATABASE_STORED : Source.DATABASE));
            case Unavailable unavailable -> fromDatabase(id, render).map(read -> read.with(Source.DATABASE_BYPASS));
        };
    }

    private record Read(Order order, String body) {

        Reading with(Source source) {
            return new Reading(order.version(), body, source);
        }
    }

    private Optional<Read> fromDatabase(UUID id, Function<Order, String> render) {
        return findOrders.byId(id).map(order -> new Read(order, render.apply(order)));
    }

    private boolean store(Read read, String form) {
        Order order = read.order();
        var rendered = new OrderCache.Rendered(order.version(), form, read.body());
        return cache.offer(order.id(), rendered, order.status().isFinal());
    }
}
