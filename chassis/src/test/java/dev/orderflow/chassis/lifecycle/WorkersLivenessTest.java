package dev.orderflow.chassis.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.work.Heartbeats;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersLivenessTest {

    private final WorkersLiveness liveness = new WorkersLiveness();

    @BeforeEach
    void start() {
        liveness.heartbeats = new Heartbeats();
        liveness.stallMillis = 1_000;
        List.of("relay", "orders-expire-pending", "lag", "channel-payments", "channel-inventory")
                .forEach(liveness.heartbeats::of);
    }

    @Test
    void workers_are_told_by_name_in_the_same_order_every_time() {
        HealthCheckResponse alive = liveness.call();
        assertThat(alive.getStatus()).isEqualTo(Status.UP);
        assertThat(List.copyOf(alive.getData().orElseThrow().keySet()))
                .isSorted()
                .startsWith("channel-inventory", "channel-inventory.age-s", "channel-payments");
    }

    @Test
    void one_that_has_ended_is_enough_to_be_dead() {
        liveness.heartbeats.of("lag").watch(() -> {}).run();
        HealthCheckResponse dead = liveness.call();
        assertThat(dead.getStatus()).isEqualTo(Status.DOWN);
        assertThat(dead.getData().orElseThrow()).containsEntry("lag", "ended").containsEntry("relay", "alive");
    }
}
