/** Plain SQL, where JPA has no words for it. */
@NullMarked
package dev.orderflow.events.sql;

import org.jspecify.annotations.NullMarked;
