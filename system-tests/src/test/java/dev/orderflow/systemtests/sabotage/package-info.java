/** Removes safeguards of the services one at a time; a check must detect each removal. */
@NullMarked
package dev.orderflow.systemtests.sabotage;

import org.jspecify.annotations.NullMarked;
