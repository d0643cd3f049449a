/** The whole system, real processes under load, while parts of it die, hang and lose sight of each other. */
@NullMarked
package dev.orderflow.systemtests.faults;

import org.jspecify.annotations.NullMarked;
