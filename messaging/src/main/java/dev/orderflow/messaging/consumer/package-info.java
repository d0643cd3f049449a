/**
 * Handles the events of a channel in batches: claims them in the inbox, retries what is transient, parks what is not.
 */
@NullMarked
package dev.orderflow.messaging.consumer;

import org.jspecify.annotations.NullMarked;
