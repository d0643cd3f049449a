/**
 * Handles the events of a channel in batches: claims them in the inbox, retries what is transient, parks what is wrong
 * in itself, and sets aside what fails for any other reason.
 */
@NullMarked
package dev.orderflow.messaging.consumer;

import org.jspecify.annotations.NullMarked;
