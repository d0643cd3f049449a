package dev.orderflow.events;

import static dev.orderflow.events.ContractGuards.required;

/** Published by the inventory service about the stock of one SKU. It belongs to no saga. */
public sealed interface StockEvent extends DomainEvent {

    /**
     * The stock of a SKU has fallen low and should be replenished. Published once each time it falls.
     *
     * @param available units that can still be reserved
     * @param lowAt the stock is low below this number of units
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
