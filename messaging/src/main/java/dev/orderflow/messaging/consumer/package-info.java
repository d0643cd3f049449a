/**
 * Handles the events of a channel in batches: claims them in the inbox, retries transient failures, parks invalid
 * records, and sets aside events that fail for any other reason.
 */
@NullMarked
package dev.orderflow.messaging.consumer;

import org.jspecify.annotations.NullMarked;
