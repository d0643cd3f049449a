/** The documents are true: their links lead somewhere, their diagrams are those of their sources. */
@NullMarked
package dev.orderflow.systemtests.docs;

import org.jspecify.annotations.NullMarked;
