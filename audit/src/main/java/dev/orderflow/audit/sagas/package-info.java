/** One order in all services, and what they must agree on. */
@NullMarked
package dev.orderflow.audit.sagas;

import org.jspecify.annotations.NullMarked;
