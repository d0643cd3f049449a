package dev.orderflow.systemtests.simulation.database;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.Reservations;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reservations of a simulated database. */
public final class ReservationTable implements Reservations {

    public final SimulatedDatabase.Table<UUID, Reservation> rows;
    private final Map<UUID, Instant> created = new HashMap<>();
    private final SimulatedClock clock;

    public ReservationTable(SimulatedDatabase database, SimulatedClock clock) {
        this.rows = database.table();
        this.clock = clock;
    }

    @Override
    public Map<UUID, Reservation> lock(Collection<UUID> orderIds) {
        Map<UUID, Reservation> locked = new LinkedHashMap<>();
        orderIds.forEach(id -> locked.put(id, rows.read(id).orElseGet(() -> new Reservation(id))));
        return locked;
    }

    @Override
    public List<Reservation> lockOverdue(Duration age, Duration margin, int limit) {
        return rows.all().stream()
                .filter(row -> row.status() == ReservationStatus.HELD
                        && clock.isOver(created.getOrDefault(row.orderId(), Instant.MAX.minus(age)), age))
                .limit(limit)
                .map(row -> rows.read(row.orderId()).orElseThrow())
                .toList();
    }

    /** Returns when the reservation was made. */
    public Instant createdAt(UUID orderId) {
        return created.getOrDefault(orderId, Instant.MIN);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public void store(Reservation reservation) {
        if (!rows.has(reservation.orderId())) {
            created.put(reservation.orderId(), clock.now());
        }
        rows.put(reservation.orderId(), reservation);
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        return rows.read(orderId);
    }
}
