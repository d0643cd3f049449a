/** Every path that two orders can take through the three services, whatever is late, lost or repeated on the way. */
@NullMarked
package dev.orderflow.systemtests.search;

import org.jspecify.annotations.NullMarked;
