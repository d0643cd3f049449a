/** The invariants and their violations. */
@NullMarked
package dev.orderflow.audit.findings;

import org.jspecify.annotations.NullMarked;
