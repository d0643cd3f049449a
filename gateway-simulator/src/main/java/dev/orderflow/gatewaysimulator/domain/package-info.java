/** Charges, scenarios and the ledger. Plain Java. */
@NullMarked
package dev.orderflow.gatewaysimulator.domain;

import org.jspecify.annotations.NullMarked;
