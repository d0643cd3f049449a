/** Recovery of the whole system after losses, outages and restores. */
@NullMarked
package dev.orderflow.systemtests.recovery;

import org.jspecify.annotations.NullMarked;
