package dev.orderflow.messaging.consumer.setaside;

import dev.orderflow.chassis.failure.BackOff;
import java.time.Duration;

/**
 * When a channel stops, and when an event that is set aside is parked.
 *
 * @param maxRecords maximum number of records that a channel sets aside; at the limit it takes no more
 * @param poisonAfter how long an event fails, while others of its type succeed, before it is parked
 * @param backOff between two attempts
 */
public record SetAsidePolicy(int maxRecords, Duration poisonAfter, BackOff backOff) {}
