/** Plain SQL, where JPA has no words for it. */
@NullMarked
package dev.orderflow.chassis.sql;

import org.jspecify.annotations.NullMarked;
