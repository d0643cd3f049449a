/** The simulated payment gateway as a part of the stack. */
@NullMarked
package dev.orderflow.localstack.gateway;

import org.jspecify.annotations.NullMarked;
