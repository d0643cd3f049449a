/** The HTTP interface of the dead letters. */
@NullMarked
package dev.orderflow.messaging.deadletters.rest;

import org.jspecify.annotations.NullMarked;
