package dev.orderflow.systemtests.simulation;

import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.order.application.placing.PlaceOrder.Command.Line;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.systemtests.simulation.SimulatedKafka.Lane;
import dev.orderflow.systemtests.simulation.database.SimulatedClock;
import dev.orderflow.systemtests.simulation.database.PublishedMessage;
import dev.orderflow.systemtests.simulation.database.InvariantViolation;
import dev.orderflow.systemtests.simulation.services.SeededChance;
import dev.orderflow.systemtests.simulation.services.RemovedSafeguard;
import dev.orderflow.systemtests.simulation.services.SimulatedInventory;
import dev.orderflow.systemtests.simulation.services.SimulatedOrders;
import dev.orderflow.systemtests.simulation.services.SimulatedPayments;
import dev.orderflow.systemtests.simulation.services.SimulatedService;
import dev.orderflow.systemtests.simulation.services.SimulatedGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** The whole system in one thread. A seed decides everything that happens in it, and in which sequence. */
final class SimulatedSystem {

    private static final int MAX_STEPS = 5_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(11), Duration.ofMinutes(61));

    /** A client, who sends its request until it is answered. */
    private record Client(String key, String token, List<Line> lines) {}

    /** Something that can happen now. */
    private record Choice(String name, Runnable action) {}

    final SimulatedOrders orders;
    final SimulatedInventory inventory;
    final SimulatedPayments payments;
    final SimulatedGateway gateway;
    final SimulatedKafka bus;

    /** What clients were answered. */
    final List<UUID> answered = new ArrayList<>();

    /** What happened, in words. */
    final List<String> story = new ArrayList<>();

    final int requests;
    final int units;
    private final SeededChance chance;
    private final Set<RemovedSafeguard> flaws;
    private final SimulatedClock clock = new SimulatedClock();
    private final List<Client> unanswered = new ArrayList<>();
    private final List<PaymentClaim> claims = new ArrayList<>();
    private final List<ReceivedAnswer> answers = new ArrayList<>();

    SimulatedSystem(long seed, Set<RemovedSafeguard> flaws) {
        this.chance = new SeededChance(seed);
        this.flaws = flaws;
        gateway = new SimulatedGateway(chance, flaws);
        orders = new SimulatedOrders(clock, flaws);
        inventory = new SimulatedInventory(clock, flaws);
        payments = new SimulatedPayments(clock, gateway, flaws);
        bus = new SimulatedKafka(services());
        requests = 2 + chance.below(3);
        units = 1 + chance.below(2 * requests);
        for (String sku : List.of("A", "B")) {
            inventory.service.database.transact(
                    false, () -> inventory.tables.items.add(sku, new StockItem(sku, units)));
        }
        IntStream.range(0, requests).forEach(this::enter);
    }

    private void enter(int number) {
        String token = chance.below(4) == 0 ? "tok_decline" : SimulatedGateway.APPROVED;
        List<Line> lines = chance.below(2) == 0
                ? List.of(new Line("A", 1))
                : List.of(new Line("A", 1 + chance.below(2)), new Line("B", 1));
        unanswered.add(new Client("key-" + number, token, lines));
    }

    private List<SimulatedService> services() {
        return List.of(orders.service, inventory.service, payments.service);
    }

    /** Things happen, with faults and time passing; then they come to rest without either. */
    SimulatedSystem live() {
        int troubled = 20 + chance.below(150);
        for (int step = 0; step < troubled; step++) {
            List<Choice> due = chance.below(2) == 0 ? List.of() : whatIsDue();
            take(due.isEmpty() ? whatMayCome() : due);
        }
        chance.calmDown();
        gateway.late.forEach(Runnable::run);
        for (int step = 0; ; step++) {
            List<Choice> due = whatIsDue();
            if (due.isEmpty() && orders.hasOverdue()) {
                // What the others have buried ends by this alone.
                due = List.of(new Choice("deadlines of orders are looked at", () -> orders.expire(false)));
            }
            if (due.isEmpty()) {
                return this;
            }
            if (step == MAX_STEPS) {
                throw new InvariantViolation("it does not come to rest; due: " + due.getFirst().name);
            }
            take(due);
        }
    }

    private void take(List<Choice> choices) {
        Choice choice = chance.of(choices);
        story.add(choice.name);
        choice.action.run();
        WorldInvariants.hold(this);
    }

    /** What happens by itself. */
    private List<Choice> whatIsDue() {
        List<Choice> due = new ArrayList<>();
        for (Client client : unanswered) {
            due.add(new Choice("a client sends " + client.key, () -> send(client)));
        }
        for (SimulatedService service : services()) {
            if (!service.database.outbox.stored.isEmpty()) {
                due.add(new Choice("the relay of " + service.name + " runs", () -> relay(service)));
            }
        }
        for (Lane lane : bus.waiting()) {
            due.add(new Choice(lane.reader().name + " reads " + lane.topic(), () -> deliver(lane)));
        }
        for (PaymentClaim claim : payments.tables.open()) {
            boolean claimed = claims.stream().anyMatch(other -> other.orderId().equals(claim.orderId()))
                    || answers.stream().anyMatch(other -> other.orderId().equals(claim.orderId()));
            if (!claimed) {
                due.add(new Choice("a payment is claimed in " + claim.status(), () -> claims.add(claim)));
            }
        }
        for (PaymentClaim claim : claims) {
            due.add(new Choice("the gateway is asked for " + claim.status(), () -> ask(claim)));
        }
        if (!answers.isEmpty()) {
            due.add(new Choice("answers are recorded", this::record));
        }
        return due;
    }

    /** What need not come: people, time, deaths, requests that were believed to be lost. */
    private List<Choice> whatMayCome() {
        List<Choice> may = new ArrayList<>();
        orders.tables
                .orders
                .all()
                .forEach(order -> may.add(new Choice(
                        "the customer cancels in " + order.status(),
                        () -> orders.cancel(order.id(), chance.strikes()))));
        may.add(new Choice("time passes", () -> clock.pass(chance.of(PAUSES))));
        may.add(new Choice("deadlines of orders are looked at", () -> orders.expire(chance.strikes())));
        may.add(new Choice("reservations are looked at", () -> inventory.expire(chance.strikes())));
        may.add(new Choice("deadlines of charges are looked at", () -> payments.expire(chance.strikes())));
        if (!gateway.late.isEmpty()) {
            may.add(new Choice(
                    "a late request arrives",
                    () -> gateway.late.remove(chance.below(gateway.late.size())).run()));
        }
        for (Lane lane : bus.lanes()) {
            may.add(new Choice(
                    lane.reader().name + " is given " + lane.topic() + " again",
                    () -> bus.rewind(lane, 1 + chance.below(2))));
        }
        for (PaymentClaim claim : payments.tables.open()) {
            may.add(new Choice("a lease is over in " + claim.status(), () -> claims.add(claim)));
        }
        may.add(new Choice("the payment server dies", () -> {
            claims.clear();
            answers.clear();
        }));
        return may;
    }

    private void send(Client client) {
        String key = flaws.contains(RemovedSafeguard.FRESH_IDEMPOTENCY_KEY) ? client.key + "/" + story.size() : client.key;
        UUID id = orders.place(key, client.token, client.lines, chance.strikes());
        if (chance.strikes()) {
            return;
        }
        boolean stored =
                orders.tables.orders.all().stream().anyMatch(order -> order.id().equals(id));
        if (stored) {
            answered.add(id);
            unanswered.remove(client);
        }
    }

    /** At most one row of each key, as RelayPass does it; a relay that dies has published some and deleted none. */
    private void relay(SimulatedService service) {
        List<PublishedMessage> rows = new ArrayList<>();
        for (PublishedMessage message : service.database.outbox.stored) {
            if (rows.stream()
                    .noneMatch(
                            row -> row.event().orderId().equals(message.event().orderId()))) {
                rows.add(message);
            }
        }
        if (flaws.contains(RemovedSafeguard.DELETED_BEFORE_PUBLISHED)) {
            service.database.outbox.stored.removeAll(rows);
        }
        boolean dies = chance.strikes();
        List<PublishedMessage> published = dies ? rows.subList(0, chance.below(rows.size() + 1)) : rows;
        published.forEach(bus::publish);
        if (!dies) {
            service.database.outbox.stored.removeAll(rows);
        }
    }

    private void deliver(Lane lane) {
        List<PublishedMessage> batch = bus.next(lane, 1 + chance.below(3));
        boolean diesBefore = chance.strikes();
        boolean diesAfter = chance.strikes();
        lane.reader().handle(lane.topic(), batch, diesBefore);
        if (!(diesBefore || diesAfter) || flaws.contains(RemovedSafeguard.ACKNOWLEDGED_BEFORE_COMMIT)) {
            bus.acknowledge(lane, batch.size());
        }
    }

    private void ask(PaymentClaim claim) {
        claims.remove(claim);
        answers.add(payments.ask(claim));
    }

    private void record() {
        List<ReceivedAnswer> some = List.copyOf(answers.subList(0, 1 + chance.below(answers.size())));
        answers.subList(0, some.size()).clear();
        payments.record(some, chance.strikes());
    }
}
