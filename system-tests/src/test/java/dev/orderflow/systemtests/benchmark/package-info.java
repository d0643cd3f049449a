/** The speed of the system, relative to that of PostgreSQL alone; {@code mvn -Pbenchmark} runs it. Asserts nothing about speed. */
@NullMarked
package dev.orderflow.systemtests.benchmark;

import org.jspecify.annotations.NullMarked;
