package dev.orderflow.systemtests.sabotage;

import static dev.orderflow.systemtests.crash.Scenario.id;

import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.inventory.application.ReserveStock;
import dev.orderflow.messaging.consumer.ChannelFaults;
import dev.orderflow.messaging.consumer.RollingUpgrade;
import dev.orderflow.systemtests.crash.BareService;
import dev.orderflow.systemtests.crash.CrashPoints;
import dev.orderflow.systemtests.crash.InventoryScenarios;
import dev.orderflow.systemtests.crash.OrderScenarios;
import dev.orderflow.systemtests.crash.PaymentScenarios;
import dev.orderflow.systemtests.crash.Scenario;
import dev.orderflow.systemtests.crash.StoppedRelay;
import dev.orderflow.systemtests.crash.TransactionRace;
import dev.orderflow.systemtests.simulation.Simulation;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that detect a removed safeguard. */
enum Detector {
    /** Thousands of simulations. */
    SIMULATED_WORLDS {
        @Override
        Optional<String> misses() {
            return Simulation.search(0, WORLDS_SEARCHED, Set.of()).map(Simulation.Found::wrong);
        }
    },

    /** Crashes of the order service at every statement. */
    CRASH_POINTS_OF_ORDERS {
        @Override
        Optional<String> misses() throws SQLException {
            try (var service = BareService.order()) {
                return crash(service, OrderScenarios.all());
            }
        }
    },

    /** Crashes of the inventory service at every statement. */
    CRASH_POINTS_OF_STOCK {
        @Override
        Optional<String> misses() throws SQLException {
            try (var service = BareService.inventory()) {
                return crash(service, InventoryScenarios.all());
            }
        }
    },

    /** Crashes of the payment service at every statement. */
    CRASH_POINTS_OF_PAYMENTS {
        @Override
        Optional<String> misses() throws SQLException {
            try (var service = BareService.payment()) {
                return crash(service, PaymentScenarios.all());
            }
        }
    },

    /** Two concurrent transactions on the same rows. */
    RACES_OF_TWO_TRANSACTIONS {
        @Override
        Optional<String> misses() throws Exception {
            try (var orders = BareService.order();
                    var inventory = BareService.inventory()) {
                List<Optional<String>> races = List.of(
                        race(orders, OrderScenarios.all(), "an order is placed"),
                        race(orders, OrderScenarios.all(), "an order is cancelled"),
                        TransactionRace.between(inventory, wantingTheLastUnit(1), wantingTheLastUnit(2)));
                return races.stream().flatMap(Optional::stream).findFirst();
            }
        }
    },

    /** Temporary failures of all events of a channel, or of one. */
    A_FAULT_THAT_PASSES {
        @Override
        Optional<String> misses() throws InterruptedException {
            return ChannelFaults.wrong().stream().findFirst();
        }
    },

    /** An old version of a service receives event types of a new one. */
    A_ROLLING_UPGRADE {
        @Override
        Optional<String> misses() throws InterruptedException {
            return RollingUpgrade.wrong().stream().findFirst();
        }
    },

    /** The order service publishes nothing for longer than a reservation's lifetime. */
    A_RELAY_THAT_STANDS_STILL {
        @Override
        Optional<String> misses() throws SQLException {
            try (var orders = BareService.order();
                    var inventory = BareService.inventory()) {
                return StoppedRelay.wrong(orders, inventory);
            }
        }
    };

    private static final int WORLDS_SEARCHED = 5_000;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what is wrong, if anything. */
    abstract Optional<String> misses() throws Exception;

    private static Optional<String> crash(BareService service, Stream<Scenario> scenarios) throws SQLException {
        for (Scenario scenario : scenarios.toList()) {
            try {
                CrashPoints.requireAllOrNothingAndOnce(service, scenario);
            } catch (AssertionError | RuntimeException missed) {
                return Optional.of(scenario + ": " + missed);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> race(BareService service, Stream<Scenario> scenarios, String name)
            throws SQLException {
        Scenario twice = scenarios
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
        return TransactionRace.between(service, twice, twice);
    }

    private static Scenario wantingTheLastUnit(int number) {
        var order = new OrderCreated(
                id(number),
                "c-1",
                List.of(new OrderCreated.Line("A", 1)),
                new PaymentRequest(1250, "EUR", "tok_approve", null),
                null);
        return new Scenario(
                "the last unit is wanted by " + number,
                "insert into stock (sku, on_hand) values ('A', 1)",
                beans -> beans.get(ReserveStock.class).reserve(order));
    }
}
