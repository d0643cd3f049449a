/** The whole system, in real processes under load, while parts of it fail. */
@NullMarked
package dev.orderflow.systemtests.faults;

import org.jspecify.annotations.NullMarked;
