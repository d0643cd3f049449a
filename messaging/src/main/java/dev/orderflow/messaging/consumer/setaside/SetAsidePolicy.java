package dev.orderflow.messaging.consumer.setaside;

import dev.orderflow.chassis.failure.BackOff;
import java.time.Duration;

/**
 * When a channel stops, and when an event that was set aside is parked.
 *
 * @param maxRecords so many records of a channel may be set aside; when they are, it takes no more
 * @param poisonAfter how long an event must fail while others of its type succeed until it is parked
 * @param backOff between two attempts
 */
public record SetAsidePolicy(int maxRecords, Duration poisonAfter, BackOff backOff) {}
