/** Integration tests against a real server, and what they share. */
@NullMarked
package dev.orderflow.inventory;

import org.jspecify.annotations.NullMarked;
