/** This version takes over the data of an older one. */
@NullMarked
package dev.orderflow.systemtests.upgrade;

import org.jspecify.annotations.NullMarked;
