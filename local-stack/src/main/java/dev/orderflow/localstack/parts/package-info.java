/** A part of the stack, the process or container that it runs in, and the folder that ends them all. */
@NullMarked
package dev.orderflow.localstack.parts;

import org.jspecify.annotations.NullMarked;
