/** Measures PostgreSQL alone on this machine, as the reference of the benchmark. */
@NullMarked
package dev.orderflow.systemtests.benchmark.limit;

import org.jspecify.annotations.NullMarked;
