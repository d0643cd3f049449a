/** How fast the system is, beside how fast PostgreSQL alone could be; {@code mvn -Pbenchmark} runs it. Measures, and asserts nothing about speed. */
@NullMarked
package dev.orderflow.systemtests.benchmark;

import org.jspecify.annotations.NullMarked;
