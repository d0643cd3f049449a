/** Orders through all three services, from the request to their end. */
@NullMarked
package dev.orderflow.systemtests.saga;

import org.jspecify.annotations.NullMarked;
