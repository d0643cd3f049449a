package dev.orderflow.systemtests.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.audit.checks.LegalTransition;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit defines the legal transitions independently, so a change must be made in both places. */
class AuditKnowsTest {

    @Test
    void exactly_the_steps_that_the_order_service_takes() {
        List<LegalTransition> taken = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            for (OrderSignal signal : OrderSignal.values()) {
                Transition.of(status, signal)
                        .map(step -> new LegalTransition(
                                status.name(),
                                signal.name(),
                                step.next().name(),
                                step.reason() == null ? null : step.reason().name()))
                        .ifPresent(taken::add);
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(LegalTransition.all());
    }
}
