/** Simulates all three services with their production use cases and consumers; a seed controls Kafka, databases, gateway and clock. */
@NullMarked
package dev.orderflow.systemtests.simulation;

import org.jspecify.annotations.NullMarked;
