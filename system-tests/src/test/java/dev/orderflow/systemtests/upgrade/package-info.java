/** Upgrades the data of an older version. */
@NullMarked
package dev.orderflow.systemtests.upgrade;

import org.jspecify.annotations.NullMarked;
