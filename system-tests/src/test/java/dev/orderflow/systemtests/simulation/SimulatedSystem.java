package dev.orderflow.systemtests.simulation;

import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.order.application.placing.PlaceOrder.Command.Line;
import dev.orderflow.payment.application.settlement.ReceivedAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.systemtests.simulation.SimulatedKafka.OrderingKey;
import dev.orderflow.systemtests.simulation.database.InvariantViolation;
import dev.orderflow.systemtests.simulation.database.PublishedMessage;
import dev.orderflow.systemtests.simulation.database.SimulatedClock;
import dev.orderflow.systemtests.simulation.services.RemovedSafeguard;
import dev.orderflow.systemtests.simulation.services.SeededChance;
import dev.orderflow.systemtests.simulation.services.SimulatedGateway;
import dev.orderflow.systemtests.simulation.services.SimulatedInventory;
import dev.orderflow.systemtests.simulation.services.SimulatedOrders;
import dev.orderflow.systemtests.simulation.services.SimulatedPayments;
import dev.orderflow.systemtests.simulation.services.SimulatedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Simulates the whole system in one thread. A seed determines every action and their order. */
final class SimulatedSystem {

    private static final int MAX_STEPS = 5_000;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(11), Duration.ofMinutes(61));

    /** A client, which retries its request until it receives a response. */
    private record Client(String key, String token, List<Line> lines) {}

    /** A possible next action. */
    private record Action(String name, Runnable action) {}

    final SimulatedOrders orders;
    final SimulatedInventory inventory;
    final SimulatedPayments payments;
    final SimulatedGateway gateway;
    final SimulatedKafka bus;

    /** The orders in responses to clients. */
    final List<UUID> answered = new ArrayList<>();

    /** The actions so far, in words. */
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

    /** Runs a period with faults and passing time, then lets the system become idle without either. */
    SimulatedSystem live() {
        int troubled = 20 + chance.below(150);
        for (int step = 0; step < troubled; step++) {
            List<Action> due = chance.below(2) == 0 ? List.of() : dueActions();
            take(due.isEmpty() ? possibleActions() : due);
        }
        chance.calmDown();
        gateway.late.forEach(Runnable::run);
        for (int step = 0; ; step++) {
            List<Action> due = dueActions();
            if (due.isEmpty() && orders.hasOverdue()) {
                // Orders that the other services have tombstoned end only by this.
                due = List.of(new Action("deadlines of orders are looked at", () -> orders.expire(false)));
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

    private void take(List<Action> choices) {
        Action choice = chance.of(choices);
        story.add(choice.name);
        choice.action.run();
        WorldInvariants.hold(this);
    }

    /** Returns the actions that happen eventually in any case. */
    private List<Action> dueActions() {
        List<Action> due = new ArrayList<>();
        for (Client client : unanswered) {
            due.add(new Action("a client sends " + client.key, () -> send(client)));
        }
        for (SimulatedService service : services()) {
            if (!service.database.outbox.stored.isEmpty()) {
                due.add(new Action("the relay of " + service.name + " runs", () -> relay(service)));
            }
        }
        for (OrderingKey orderingKey : bus.waiting()) {
            due.add(new Action(
                    orderingKey.reader().name + " reads " + orderingKey.topic(), () -> deliver(orderingKey)));
        }
        for (PaymentClaim claim : payments.tables.open()) {
            boolean claimed = claims.stream().anyMatch(other -> other.orderId().equals(claim.orderId()))
                    || answers.stream().anyMatch(other -> other.orderId().equals(claim.orderId()));
            if (!claimed) {
                due.add(new Action("a payment is claimed in " + claim.status(), () -> claims.add(claim)));
            }
        }
        for (PaymentClaim claim : claims) {
            due.add(new Action("the gateway is asked for " + claim.status(), () -> ask(claim)));
        }
        if (!answers.isEmpty()) {
            due.add(new Action("answers are recorded", this::record));
        }
        return due;
    }

    /** Returns the actions that may never happen: users, time, crashes, lost requests that arrive late. */
    private List<Action> possibleActions() {
        List<Action> may = new ArrayList<>();
        orders.tables
                .orders
                .all()
                .forEach(order -> may.add(new Action(
                        "the customer cancels in " + order.status(),
                        () -> orders.cancel(order.id(), chance.strikes()))));
        may.add(new Action("time passes", () -> clock.pass(chance.of(PAUSES))));
        may.add(new Action("deadlines of orders are looked at", () -> orders.expire(chance.strikes())));
        may.add(new Action("reservations are looked at", () -> inventory.expire(chance.strikes())));
        may.add(new Action("deadlines of charges are looked at", () -> payments.expire(chance.strikes())));
        if (!gateway.late.isEmpty()) {
            may.add(new Action(
                    "a late request arrives",
                    () -> gateway.late.remove(chance.below(gateway.late.size())).run()));
        }
        for (OrderingKey orderingKey : bus.orderingKeys()) {
            may.add(new Action(
                    orderingKey.reader().name + " is given " + orderingKey.topic() + " again",
                    () -> bus.rewind(orderingKey, 1 + chance.below(2))));
        }
        for (PaymentClaim claim : payments.tables.open()) {
            may.add(new Action("a lease is over in " + claim.status(), () -> claims.add(claim)));
        }
        may.add(new Action("the payment server dies", () -> {
            claims.clear();
            answers.clear();
        }));
        return may;
    }

    private void send(Client client) {
        String key =
                flaws.contains(RemovedSafeguard.FRESH_IDEMPOTENCY_KEY) ? client.key + "/" + story.size() : client.key;
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

    /** At most one row per key, as RelayPass does it. A relay that crashes has published some rows and deleted none. */
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

    private void deliver(OrderingKey orderingKey) {
        List<PublishedMessage> batch = bus.next(orderingKey, 1 + chance.below(3));
        boolean diesBefore = chance.strikes();
        boolean diesAfter = chance.strikes();
        orderingKey.reader().handle(orderingKey.topic(), batch, diesBefore);
        if (!(diesBefore || diesAfter) || flaws.contains(RemovedSafeguard.ACKNOWLEDGED_BEFORE_COMMIT)) {
            bus.acknowledge(orderingKey, batch.size());
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
