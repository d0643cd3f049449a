package dev.orderflow.order.persistence;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.BatchedWrites.Statement;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.work.TableRetention;
import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.placing.Placements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Places orders in PostgreSQL. A transaction runs the same eight statements for one order and for fifty. An advisory
 * lock on a hash of the key reserves the key until the transaction ends.
 */
@ApplicationScoped
class SqlPlacements implements Placements {

    /**
     * If two keys have the same 64-bit hash at the same moment, one is answered "in progress", and its client retries.
     */
    private static final String RESERVE =
            "select customer_id, key, pg_try_advisory_xact_lock(hashtextextended(customer_id || ' ' || key, 0))"
                    + " from unnest(?, ?) as asked (customer_id, key)";

    /** Separate from RESERVE: only a statement that starts after the reservation sees all keys that others stored. */
    private static final String FIND = "select customer_id, key, fingerprint, order_id from idempotency_key"
            + " where (customer_id, key) in (select * from unnest(?, ?))";

    /** Reads the database's time in the same round trip. */
    private static final String OFFER =
            "select sku, name, unit_price, current_timestamp from product where sku = any(?)";

    private static final Statement ORDERS = Statement.insert(
            "orders",
            "id uuid, version bigint, customer_id text, status text, currency text, total bigint, payment_token text,"
                    + " created_at timestamptz, updated_at timestamptz");

    private static final Statement LINES = Statement.insert(
            "order_line", "order_id uuid, position integer, sku text, name text, quantity integer, unit_price bigint");

    private static final Statement KEYS =
            Statement.insert("idempotency_key", "customer_id text, key text, fingerprint bytea, order_id uuid");

    private record Reservation(Key key, boolean granted) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Used(Key key, byte[] fingerprint, UUID orderId) {}

    private record Offered(String sku, Price price, Instant at) {}

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Inject
    Orders orders;

    @Inject
    @ConfigProperty(name = "orderflow.idempotency-key.retention-s")
    long retentionSeconds;

    @Override
    public Set<Key> reserve(Set<Key> keys) {
        return select(RESERVE, row -> new Reservation(key(row), row.getBoolean(3)), keys).stream()
                .filter(Reservation::granted)
                .map(Reservation::key)
                .collect(toSet());
    }

    @Override
    public Map<Key, Placement> find(Set<Key> keys) {
        List<Used> used = select(FIND, row -> new Used(key(row), row.getBytes(3), row.getObject(4, UUID.class)), keys);
        if (used.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Order> placed = entityManager
                .createQuery("select o from Order o join fetch o.lines where o.id in :ids", Order.class)
                .setParameter("ids", used.stream().map(Used::orderId).toList())
                .getResultStream()
                .collect(toMap(Order::id, identity()));
        return used.stream()
                .collect(toMap(
                        Used::key,
                        one -> new Placement(
                                one.key(),
                                one.fingerprint(),
                                Objects.requireNonNull(placed.get(one.orderId()))
                                        .asPlaced())));
    }

    @Override
    public Offer offer(Set<String> skus) {
        if (skus.isEmpty()) {
            return new Offer(Map.of(), Instant.EPOCH);
        }
        List<Offered> offered = PlainSql.select(
                entityManager,
                OFFER,
                row -> new Offered(
                        row.getString(1),
                        new Price(row.getString(2), row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                (Object) skus.toArray(String[]::new));
        return new Offer(
                offered.stream().collect(toMap(Offered::sku, Offered::price)),
                offered.isEmpty() ? Instant.EPOCH : offered.getFirst().at());
    }

    @Override
    public void add(Placement placement, UUID published, @Nullable String traceParent) {
        Order order = placement.order();
        writes.add(
                ORDERS,
                order.id(),
                order.version(),
                order.customerId(),
                order.status(),
                order.currency(),
                order.total(),
                order.paymentToken(),
                order.createdAt(),
                order.updatedAt());
        int position = 0;
        for (OrderLine line : order.lines()) {
            writes.add(LINES, order.id(), position++, line.sku(), line.name(), line.quantity(), line.unitPrice());
        }
        orders.append(NewTransition.placed(order.id(), published, traceParent));
        remember(placement);
    }

    private void remember(Placement placement) {
        writes.add(
                KEYS,
                placement.key().customerId(),
                placement.key().name(),
                "\\x" + HexFormat.of().formatHex(placement.fingerprint()),
                placement.order().id());
    }

    @Override
    public void write() {
        writes.flush();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString(1), row.getString(2));
    }

    /** Selects by customer ids and key names. */
    private <T> List<T> select(String sql, PlainSql.RowReader<T> reader, Set<Key> keys) {
        List<Key> listed = List.copyOf(keys);
        return PlainSql.select(
                entityManager,
                sql,
                reader,
                listed.stream().map(Key::customerId).toArray(String[]::new),
                listed.stream().map(Key::name).toArray(String[]::new));
    }

    /** Clients do not retry after the retention time. */
    @Produces
    TableRetention retention() {
        return new TableRetention("idempotency_key", "created_at", Duration.ofSeconds(retentionSeconds));
    }
}
