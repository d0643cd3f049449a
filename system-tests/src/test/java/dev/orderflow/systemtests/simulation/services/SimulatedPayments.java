package dev.orderflow.systemtests.simulation.services;

import static dev.orderflow.chassis.harness.Wiring.set;
import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.chassis.telemetry.OrderTracing;
import dev.orderflow.events.Topics;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.harness.TestOutbox;
import dev.orderflow.payment.application.AbandonPayment;
import dev.orderflow.payment.application.ExpirePayments;
import dev.orderflow.payment.application.GatewaySlots;
import dev.orderflow.payment.application.OpenPayments;
import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.application.RequestPayment;
import dev.orderflow.payment.application.settlement.CallGateway;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.application.settlement.RecordAnswers;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.messaging.InventoryEventsConsumer;
import dev.orderflow.payment.messaging.OrderEventsConsumer;
import dev.orderflow.systemtests.simulation.database.PaymentTables;
import dev.orderflow.systemtests.simulation.database.SimulatedClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The payment service: its own use cases and consumers, on in-memory tables. */
public final class SimulatedPayments {

    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final int BATCH = 10;

    private static final Outbox FORGETFUL = TestOutbox.to(event -> {});

    public final SimulatedService service;
    public final PaymentTables tables;
    private final CallGateway askGateway;
    private final RecordAnswers recordAnswers;
    private final ExpirePayments expirePayments;

    public SimulatedPayments(SimulatedClock clock, SimulatedGateway gateway, Set<RemovedSafeguard> flaws) {
        service = new SimulatedService("payment", flaws);
        tables = new PaymentTables(service.database, clock);
        var settings = set(set(new PaymentSettings(), "backOffFirstMillis", 1L), "backOffMaxMillis", 1L);
        var open = wire(new OpenPayments(), tables);
        var request = wire(new RequestPayment(), tables, UnobservedEvent.event(), new GatewaySlots());
        var abandon = wire(new AbandonPayment(), tables, UnobservedEvent.event());
        askGateway = wire(new CallGateway(), gateway, new OrderTracing() {}, UnobservedEvent.event());
        recordAnswers = wire(
                new RecordAnswers(),
                tables,
                flaws.contains(RemovedSafeguard.FORGOTTEN_EVENT) ? FORGETFUL : service.outbox,
                settings);
        expirePayments = wire(new ExpirePayments(), tables, UnobservedEvent.event());
        service.subscribe(Topics.INVENTORY, () -> wire(new InventoryEventsConsumer(), open, request));
        service.subscribe(Topics.ORDERS, () -> wire(new OrderEventsConsumer(), open, abandon));
    }

    public ReceivedAnswer ask(PaymentClaim claim) {
        return askGateway.ask(claim);
    }

    public void record(List<ReceivedAnswer> answers, boolean dies) {
        service.database.transact(dies, () -> recordAnswers.record(answers));
    }

    public void expire(boolean dies) {
        service.database.transact(dies, () -> expirePayments.expire(DEADLINE, BATCH));
    }
}
