/** Plain SQL for statements that JPA cannot express. */
@NullMarked
package dev.orderflow.chassis.sql;

import org.jspecify.annotations.NullMarked;
