package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.schema.SchemaMigration;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.kafka.FormerConsumerGroup;
import dev.orderflow.messaging.kafka.IncomingRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A version of a service receives an event that only the next one can handle. For tests that take that away. */
public final class RollingUpgrade {

    private static final int BOUND = 10;

    private RollingUpgrade() {}

    /** What is wrong after the older version has received the event, or after the newer one has started. */
    public static List<String> wrong() throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        TestChannel older = version();
        older.process(older.message("dev.orderflow.order.archived.v1", "A", "{}"), older.created("B"));
        if (older.kept.rows.size() != 1) {
            wrong.add("an event of an unknown type of ours is acknowledged and not kept");
        }

        TestChannel newer = version();
        newer.kept.keep("orders", List.of(IncomingRecord.of(newer.created("A"))));
        start(newer);
        if (!newer.handled.equals(List.of("created A")) || !newer.kept.rows.isEmpty()) {
            wrong.add("a kept event whose type is known is not handled");
        }
        return wrong;
    }

    private static TestChannel version() {
        return new TestChannel(Duration.ZERO, BOUND);
    }

    private static void start(TestChannel version) {
        IncomingChannels channels = new IncomingChannels();
        channels.workers = new OneRound();
        channels.processor = version.processor;
        channels.attempts = version.processor.attempts;
        channels.backOff = version.processor.backOff;
        channels.metrics = version.processor.metrics;
        channels.kept = version.kept;
        channels.formerGroup = new NoFormerGroup();
        channels.schema = new SchemaMigration();
        channels.heartbeats = new Heartbeats();
        channels.batchSize = BOUND;
        channels.queueSize = BOUND;
        channels.maxSetAside = BOUND;
        channels.subscriber("orders", version.handler());
        channels.start(new SchemaMigrated());
    }

    /** Stops after the first round, and runs it in the thread of the test. */
    private static final class OneRound extends WorkerThreads {

        private boolean hasBegun;

        @Override
        public void keep(String name, Runnable task) {
            task.run();
        }

        @Override
        public boolean isStopping() {
            boolean isOver = hasBegun;
            hasBegun = true;
            return isOver;
        }
    }

    private static final class NoFormerGroup extends FormerConsumerGroup {

        @Override
        public synchronized void handOver(String channel) {
            // There is no Kafka to ask.
        }
    }
}
