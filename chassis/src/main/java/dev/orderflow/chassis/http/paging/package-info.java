/** Pages and the headers of idempotent requests. */
@NullMarked
package dev.orderflow.chassis.http.paging;

import org.jspecify.annotations.NullMarked;
