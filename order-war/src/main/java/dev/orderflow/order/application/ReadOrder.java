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

/** Reads an order through the cache. No database connection is held while Redis is called. */
@ApplicationScoped
public class ReadOrder {

    /** The source of a response. */
    public enum Source {
        CACHE,
        /** Cache miss; the entry is stored now. */
        DATABASE_STORED,
        /** Cache miss; the entry was not stored, because the cache has a newer version or became unavailable. */
        DATABASE,
        /** The cache was unavailable. */
        DATABASE_BYPASS
    }

    /** A response body and its source. */
    public record Reading(long version, String body, Source source) {}

    @Inject
    OrderCache cache;

    @Inject
    FindOrders findOrders;

    /**
     * Returns the order, or empty if it does not exist. A cached body is never older than the last invalidation that
     * reached the cache, and never older than an entry's time to live.
     *
     * @param form version of the JSON form; a cached body of another form is a miss
     * @param render renders the response body of an order
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
