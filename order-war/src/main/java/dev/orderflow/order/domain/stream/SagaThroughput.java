package dev.orderflow.order.domain.stream;

/**
 * The load of the saga at one moment. Approximate: suitable for admission control, not for accounting.
 *
 * @param inFlight number of PENDING and RESERVED orders, up to the requested limit
 * @param completionsPerSecond rate at which orders became CONFIRMED or REJECTED in the last seconds; cancellations do
 * not count
 */
public record SagaThroughput(long inFlight, double completionsPerSecond) {}
