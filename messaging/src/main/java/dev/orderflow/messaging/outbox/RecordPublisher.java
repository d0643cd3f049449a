package dev.orderflow.messaging.outbox;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes a record to Kafka. */
@FunctionalInterface
interface RecordPublisher {

    /** Completes when the broker has the record safely; fails when that is not certain. */
    CompletionStage<Void> publish(ProducerRecord<String, String> message);
}
