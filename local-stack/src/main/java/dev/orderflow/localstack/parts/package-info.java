/** Parts of the stack, their processes or containers, and the home that stops them. */
@NullMarked
package dev.orderflow.localstack.parts;

import org.jspecify.annotations.NullMarked;
