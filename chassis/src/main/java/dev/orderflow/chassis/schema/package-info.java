/** Migrates a service's database to the schema that its code expects. */
@NullMarked
package dev.orderflow.chassis.schema;

import org.jspecify.annotations.NullMarked;
