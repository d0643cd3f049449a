/** What the whole system does after something was lost, refused or put back. */
@NullMarked
package dev.orderflow.systemtests.recovery;

import org.jspecify.annotations.NullMarked;
