/**
 * A payment gateway to develop and test against: another company that happens to live in the same server. It has its
 * own schema and its own ledger, is reached over HTTP only, and is there only where the environment is development.
 */
@NullMarked
package dev.orderflow.payment.simulator;

import org.jspecify.annotations.NullMarked;
