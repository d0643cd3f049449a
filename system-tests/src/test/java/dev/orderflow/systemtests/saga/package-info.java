/** Orders through all three services, from the request to their final status. */
@NullMarked
package dev.orderflow.systemtests.saga;

import org.jspecify.annotations.NullMarked;
