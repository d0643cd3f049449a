package dev.orderflow.systemtests.crash;

import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.consumer.BatchTransaction;
import dev.orderflow.messaging.consumer.HandDelivery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A transaction of a service.
 *
 * @param before script that creates the initial state
 * @param work the transaction, which has no further effect if it is repeated
 */
public record Scenario(String name, String before, Consumer<ServiceBeans> work) {

    /** Returns the delivery of a batch. */
    public static Scenario delivery(
            String name, String before, Class<? extends EventHandler> handler, SagaEvent... batch) {
        Map<UUID, SagaEvent> byId = new LinkedHashMap<>();
        for (SagaEvent event : batch) {
            byId.put(id(1000 + byId.size()), event);
        }
        return new Scenario(
                name,
                before,
                beans -> HandDelivery.deliver(beans.get(BatchTransaction.class), beans.get(handler), byId));
    }

    /** Returns a fixed id. */
    public static UUID id(int number) {
        return UUID.fromString(DatabaseRows.GIVEN + "-0000-7000-8000-%012x".formatted(number));
    }

    @Override
    public String toString() {
        return name;
    }
}
