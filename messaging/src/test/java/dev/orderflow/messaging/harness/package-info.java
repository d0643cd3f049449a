/** What the tests of messaging share with those of the services. */
@NullMarked
package dev.orderflow.messaging.harness;

import org.jspecify.annotations.NullMarked;
