/** A Kafka broker and its topics. */
@NullMarked
package dev.orderflow.localstack.backends.kafka;

import org.jspecify.annotations.NullMarked;
