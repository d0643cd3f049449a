package dev.orderflow.messaging.outbox;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends records to Kafka. */
@FunctionalInterface
interface RecordPublisher {

    /** Completes when the brokers have acknowledged the record; fails if that is uncertain. */
    CompletionStage<Void> publish(ProducerRecord<String, String> message);
}
