package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.required;

import java.util.UUID;

/** Published by the inventory service about the stock of one order. */
public sealed interface InventoryEvent extends SagaEvent {

    /** All lines of the order are reserved; the payment can be charged. */
    record InventoryReserved(UUID orderId, PaymentRequest payment) implements InventoryEvent {

        public InventoryReserved {
            required(orderId, "orderId");
            required(payment, "payment");
        }
    }

    /**
     * No line was reserved, because at least one line could not be.
     *
     * @param reason for a person to read; names the SKUs that are out of stock
     */
    record InventoryRejected(UUID orderId, String reason) implements InventoryEvent {

        public InventoryRejected {
            required(orderId, "orderId");
            required(reason, "reason");
        }
    }

    /**
     * The reservation expired before it was committed or released. Its units are available again, and the order must
     * end.
     */
    record ReservationExpired(UUID orderId) implements InventoryEvent {

        public ReservationExpired {
            required(orderId, "orderId");
        }
    }
}
