package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.work.TableRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Records which events have taken effect. */
@ApplicationScoped
public class Inbox {

    /** Sorted, so that two replicas that claim the same events cannot deadlock. */
    private static final String CLAIM =
            "insert into inbox (event_id) select id from unnest(?) as claimed (id) order by id"
                    + " on conflict do nothing returning event_id";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    @ConfigProperty(name = "orderflow.inbox.retention-s")
    long retentionSeconds;

    /** Longer than Kafka keeps the events, so that late redeliveries are recognised. */
    @Produces
    TableRetention retention() {
        return new TableRetention("inbox", "received_at", Duration.ofSeconds(retentionSeconds));
    }

    /**
     * Claims events in the current transaction with one statement. Waits for another transaction that claims the same
     * events.
     *
     * @return the ids that were not claimed before
     */
    Set<UUID> claim(Collection<UUID> eventIds) {
        return entityManager.<Connection, Set<UUID>>callWithConnection(connection -> claim(connection, eventIds));
    }

    static Set<UUID> claim(Connection connection, Collection<UUID> eventIds) throws SQLException {
        try (var insert = connection.prepareStatement(CLAIM)) {
            insert.setArray(1, connection.createArrayOf("uuid", eventIds.toArray()));
            try (var result = insert.executeQuery()) {
                Set<UUID> claimed = new HashSet<>();
                while (result.next()) {
                    claimed.add(result.getObject(1, UUID.class));
                }
                return claimed;
            }
        }
    }
}
