/** The files of the console, and its settings. */
@NullMarked
package dev.orderflow.order.rest.console;

import org.jspecify.annotations.NullMarked;
