package dev.orderflow.events;

/**
 * The Kafka topics: one per publishing service for saga events, and one for stock events. Their partitions are
 * configured in {@code liberty-config/topics.properties}.
 */
public final class Topics {

    public static final String ORDERS = "orderflow.orders.v1";
    public static final String INVENTORY = "orderflow.inventory.v1";
    public static final String STOCK = "orderflow.stock.v1";
    public static final String PAYMENTS = "orderflow.payments.v1";

    private Topics() {}

    /** The dead letter topic of a service for the records of a topic. */
    public static String deadLetter(String topic, String service) {
        return topic + "." + service + ".dlt";
    }
}
