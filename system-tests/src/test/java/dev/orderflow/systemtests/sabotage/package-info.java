/** Protections of the services are taken away, one at a time, and each is missed. */
@NullMarked
package dev.orderflow.systemtests.sabotage;

import org.jspecify.annotations.NullMarked;
