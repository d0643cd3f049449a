/** Checks the documents: links, commands, diagrams and named tests. */
@NullMarked
package dev.orderflow.systemtests.docs;

import org.jspecify.annotations.NullMarked;
