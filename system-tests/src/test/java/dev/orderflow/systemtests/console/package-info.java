/** The console in a real browser, and what foreign pages can do through one. */
@NullMarked
package dev.orderflow.systemtests.console;

import org.jspecify.annotations.NullMarked;
