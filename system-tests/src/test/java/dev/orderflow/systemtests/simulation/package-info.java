/** The use cases and consumers of all three services on a bus, databases, a gateway and a clock that do whatever a seed says. */
@NullMarked
package dev.orderflow.systemtests.simulation;

import org.jspecify.annotations.NullMarked;
