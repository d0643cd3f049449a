/** The invariants, and what breaks them. */
@NullMarked
package dev.orderflow.audit.findings;

import org.jspecify.annotations.NullMarked;
