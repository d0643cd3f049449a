/** Explores every path of one or two orders through the three services, with delays, losses and repetitions. */
@NullMarked
package dev.orderflow.systemtests.search;

import org.jspecify.annotations.NullMarked;
