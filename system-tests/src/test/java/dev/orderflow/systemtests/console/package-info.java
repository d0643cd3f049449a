/** The console in a real browser, and attacks by foreign pages. */
@NullMarked
package dev.orderflow.systemtests.console;

import org.jspecify.annotations.NullMarked;
