package dev.orderflow.chassis.work;

import java.time.Duration;

/**
 * How long the rows of a table are kept. Whoever owns a table that grows produces one, and the {@link RetentionJanitor} sees to
 * it.
 *
 * @param since the column that tells from when on a row grows old; a row without a time there is kept
 * @param age how old it becomes, by the database's clock
 */
public record TableRetention(String table, String since, Duration age) {}
