package dev.orderflow.events;

/**
 * The Kafka topics: one per publishing service for the steps of sagas, and one for what happens to stock. They are
 * listed with their partitions in {@code liberty-config/topics.properties}.
 */
public final class Topics {

    public static final String ORDERS = "orderflow.orders.v1";
    public static final String INVENTORY = "orderflow.inventory.v1";
    public static final String STOCK = "orderflow.stock.v1";
    public static final String PAYMENTS = "orderflow.payments.v1";

    private Topics() {}

    /** Where a service parks what it can never handle from a topic. */
    public static String deadLetter(String topic, String service) {
        return topic + "." + service + ".dlt";
    }
}
