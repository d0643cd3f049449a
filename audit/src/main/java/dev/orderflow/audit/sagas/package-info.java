/** One order as all services have it, and what they must agree on about it. */
@NullMarked
package dev.orderflow.audit.sagas;

import org.jspecify.annotations.NullMarked;
