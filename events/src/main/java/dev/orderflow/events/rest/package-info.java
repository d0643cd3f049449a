/** What the HTTP interfaces of the services have in common, apart from their problems. */
@NullMarked
package dev.orderflow.events.rest;

import org.jspecify.annotations.NullMarked;
