/** What PostgreSQL alone does on this machine, for the ratios of the benchmark. */
@NullMarked
package dev.orderflow.systemtests.benchmark.limit;

import org.jspecify.annotations.NullMarked;
