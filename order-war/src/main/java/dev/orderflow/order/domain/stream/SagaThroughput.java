package dev.orderflow.order.domain.stream;

/**
 * How orders get on, as seen at one moment. Near enough to steer by, not to count by.
 *
 * @param underWay orders that are PENDING or RESERVED; never more than was asked for
 * @param pace orders a second that the saga brought to CONFIRMED or REJECTED in the last seconds; a cancellation says
 * nothing of its pace
 */
public record SagaThroughput(long inFlight, double completionsPerSecond) {}
