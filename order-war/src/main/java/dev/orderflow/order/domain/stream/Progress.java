package dev.orderflow.order.domain.stream;

/**
 * How orders get on, as seen at one moment. Near enough to steer by, not to count by: a step that commits late is
 * missed.
 *
 * @param position of the newest step that was seen
 * @param underWay orders that are PENDING or RESERVED; never more than was asked for
 * @param placed since the position before
 * @param ended orders that the saga brought to CONFIRMED or REJECTED since then; a cancellation says nothing of its
 * pace
 */
public record Progress(long position, long underWay, long placed, long ended) {}
