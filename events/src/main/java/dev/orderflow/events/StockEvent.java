package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.required;

/** Published by the inventory service, about the stock of one SKU; no part of a saga. */
public sealed interface StockEvent extends DomainEvent {

    /**
     * The stock of a SKU has fallen low and should be replenished. Published once each time it falls, by the inventory
     * service; no part of a saga.
     *
     * @param available units that can still be reserved
     * @param lowAt fewer units than this are low
     */
    record StockLow(String sku, Long available, Long lowAt) implements StockEvent {

        public StockLow {
            required(sku, "sku");
            required(available, "available");
            required(lowAt, "lowAt");
        }

        @Override
        public String key() {
            return sku;
        }
    }
}
