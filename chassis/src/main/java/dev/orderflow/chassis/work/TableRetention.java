package dev.orderflow.chassis.work;

import java.time.Duration;

/**
 * How long the rows of a table are kept. The owner of a growing table produces one, and the {@link RetentionJanitor}
 * applies it.
 *
 * @param since the column with the time from which the age counts; rows with null are kept
 * @param age maximum age, by the database clock
 */
public record TableRetention(String table, String since, Duration age) {}
