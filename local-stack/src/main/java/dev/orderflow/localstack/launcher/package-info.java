/** Starts the stack, for a person with {@code mvn -Plocal} and for tests. */
@NullMarked
package dev.orderflow.localstack.launcher;

import org.jspecify.annotations.NullMarked;
