package dev.orderflow.systemtests.sabotage;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A safeguard of the services that the test removes, and the check that must detect it. Named by the broken guarantee.
 */
enum Sabotage {
    // The order
    AN_ORDER_THAT_WAS_CANCELLED_STAYS_CANCELLED(
            Detector.SIMULATED_WORLDS,
            returns(
                    "dev.orderflow.order.domain.Order",
                    "advance",
                    "$this.status().name().equals(\"CANCELLED\") && $1.name().equals(\"PAYMENT_COMPLETED\")",
                    "confirm($this)")),
    A_CONFIRMED_ORDER_WHOSE_RESERVATION_EXPIRED_IS_CANCELLED(
            Detector.SIMULATED_WORLDS,
            returns(
                    "dev.orderflow.order.domain.Order",
                    "advance",
                    "$this.status().name().equals(\"CONFIRMED\")",
                    "java.util.Optional.empty()")),
    THE_OTHERS_ARE_TOLD_HOW_AN_ORDER_ENDED(
            Detector.SIMULATED_WORLDS,
            returns("dev.orderflow.order.application.ApplySignal", "publish", "TRUE", "null")),
    A_KEY_STANDS_FOR_ONE_ORDER(
            Detector.CRASH_POINTS_OF_ORDERS,
            returns(
                    "dev.orderflow.order.persistence.SqlPlacements",
                    "find",
                    "TRUE",
                    "java.util.Collections.emptyMap()"),
            returns("dev.orderflow.order.persistence.SqlPlacements", "remember", "TRUE", "")),
    ONE_REQUEST_OF_A_KEY_AT_A_TIME(
            Detector.RACES_OF_TWO_TRANSACTIONS,
            returns("dev.orderflow.order.persistence.SqlPlacements", "reserve", "TRUE", "$1")),
    AN_ORDER_IS_LOCKED_BEFORE_IT_IS_CHANGED(
            Detector.RACES_OF_TWO_TRANSACTIONS,
            returns("dev.orderflow.order.persistence.JpaOrders", "lock", "TRUE", "$this.find($1)")),
    A_STUCK_ORDER_IS_CANCELLED(
            Detector.CRASH_POINTS_OF_ORDERS,
            returns("dev.orderflow.order.application.ExpireOrders", "expire", "TRUE", "0")),

    // The messages
    AN_EVENT_HAS_ONE_EFFECT(
            Detector.CRASH_POINTS_OF_ORDERS,
            returns(
                    "dev.orderflow.messaging.consumer.Inbox",
                    "claim(java.util.Collection)",
                    "TRUE",
                    "new java.util.HashSet($1)")),
    EVENTS_ARE_STORED_IN_THEIR_TRANSACTION(
            Detector.CRASH_POINTS_OF_ORDERS,
            returns("dev.orderflow.messaging.outbox.OutboxWriter", "append", "TRUE", "outsideTransaction($1)")),
    EVENTS_ARE_PARKED_ONLY_WHERE_OTHERS_SUCCEED(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.messaging.consumer.setaside.SetAsideKeys", "failedAgain", "TRUE", "true")),
    A_FAILURE_OF_UNKNOWN_KIND_PARKS_NOTHING_AT_ONCE(
            Detector.A_FAULT_THAT_PASSES,
            returns(
                    "dev.orderflow.chassis.failure.FailureKind",
                    "of",
                    "TRUE",
                    "dev.orderflow.chassis.failure.FailureKind.PERMANENT")),
    NO_EVENT_IS_AT_FAULT_FOR_A_MISSING_CONNECTION(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.chassis.failure.FailureKind", "hasTransientState", "TRUE", "false")),
    POISON_IS_PARKED_IN_THE_END(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.messaging.consumer.setaside.SetAsideKey", "isPoison", "TRUE", "false")),
    EVENTS_WAIT_BEHIND_ONE_OF_THEIR_KEY_THAT_IS_SET_ASIDE(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.messaging.consumer.setaside.SetAsideKeys", "follow", "TRUE", "false")),
    A_CHANNEL_STOPS_WHILE_ALL_EVENTS_FAIL(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.messaging.consumer.setaside.SetAsideKeys", "millisToWait", "TRUE", "0")),
    WHAT_IS_SET_ASIDE_IS_NOT_ACKNOWLEDGED(
            Detector.A_FAULT_THAT_PASSES,
            atExit(
                    "dev.orderflow.messaging.consumer.BatchProcessor",
                    "setAside",
                    "acknowledge($1.subscriber.taken.get($2.source()))")),
    NO_MARK_PASSES_AN_EVENT_THAT_IS_SET_ASIDE(
            Detector.A_FAULT_THAT_PASSES,
            returns("dev.orderflow.messaging.consumer.setaside.SetAsideKeys", "isOf", "TRUE", "false")),
    NO_MARK_PASSES_AN_EVENT_THAT_IS_NOT_PUBLISHED(
            Detector.A_RELAY_THAT_STANDS_STILL,
            returns("dev.orderflow.messaging.outbox.LowWaterMarks", "published", "TRUE", "java.time.Instant.now()")),
    EVENT_TYPES_OF_OUR_OWN_THAT_ARE_UNKNOWN_ARE_KEPT(
            Detector.A_ROLLING_UPGRADE,
            returns("dev.orderflow.messaging.kept.KeptEvents", "isOfAnotherVersion", "TRUE", "false")),
    WHAT_WAS_KEPT_IS_HANDLED_BY_A_VERSION_THAT_KNOWS_IT(
            Detector.A_ROLLING_UPGRADE,
            returns("dev.orderflow.messaging.consumer.IncomingChannels", "handleKept", "TRUE", "")),

    // The stock
    NOTHING_IS_HELD_THAT_IS_NOT_THERE(
            Detector.SIMULATED_WORLDS,
            returns("dev.orderflow.inventory.domain.stock.StockItem", "available", "TRUE", "1000")),
    WHAT_IS_RELEASED_IS_GIVEN_BACK(
            Detector.SIMULATED_WORLDS,
            reservationIs("HELD", "RELEASE", "dev.orderflow.inventory.domain.StockEffect.NONE")),
    WHAT_HAS_EXPIRED_IS_NOT_SOLD(Detector.SIMULATED_WORLDS, reservationIs("EXPIRED", "COMMIT", "sell($this)")),
    EVERY_CHANGE_OF_STOCK_IS_ENTERED_IN_THE_LEDGER(
            Detector.SIMULATED_WORLDS,
            returns(
                    "dev.orderflow.inventory.application.stock.StockLedger",
                    "enter(dev.orderflow.inventory.domain.stock.MovementKind, dev.orderflow.inventory.domain.Reservation, java.util.Map)",
                    "$1.name().equals(\"RELEASED\")",
                    "")),
    STOCK_IS_LOCKED_BEFORE_IT_IS_TAKEN(
            Detector.RACES_OF_TWO_TRANSACTIONS,
            returns(
                    "dev.orderflow.inventory.persistence.JpaStock",
                    "lock",
                    "TRUE",
                    "unlocked($this.entityManager, $1)")),
    A_RESERVATION_EXPIRES(
            Detector.CRASH_POINTS_OF_STOCK,
            returns("dev.orderflow.inventory.application.ExpireReservations", "expire", "TRUE", "0")),
    RESERVATIONS_EXPIRE_BY_WHAT_WAS_PUBLISHED(
            Detector.A_RELAY_THAT_STANDS_STILL,
            returns(
                    "dev.orderflow.inventory.persistence.JpaReservations",
                    "lockOverdue",
                    "TRUE",
                    "overdueByTheClock($this.entityManager, $1, $3)")),
    NOTHING_IS_HELD_FOR_AN_ORDER_THAT_IS_OVER(
            Detector.SIMULATED_WORLDS,
            returns("dev.orderflow.inventory.application.ReserveStock", "isOverdue", "TRUE", "false")),

    // The money
    WHAT_WAS_CHARGED_FOR_A_LOST_ORDER_IS_REFUNDED(Detector.SIMULATED_WORLDS, paymentStays("COMPLETED", "ABANDONED")),
    A_CANCELLATION_THAT_COMES_FIRST_LEAVES_A_TOMBSTONE(Detector.SIMULATED_WORLDS, paymentStays("NEW", "ABANDONED")),
    SILENCE_OF_THE_GATEWAY_IS_NO_REFUSAL(Detector.SIMULATED_WORLDS, paymentMoves("PENDING", "UNANSWERED", "FAILED")),
    A_CHARGE_THAT_IS_GIVEN_UP_IS_RULED_OUT(
            Detector.SIMULATED_WORLDS, paymentMoves("UNKNOWN", "DEADLINE_PASSED", "FAILED")),
    A_CHARGE_THAT_IS_CANCELLED_IS_RULED_OUT(Detector.SIMULATED_WORLDS, paymentMoves("UNKNOWN", "ABANDONED", "VOIDED")),
    A_CHARGE_THAT_WAS_QUICKER_THAN_ITS_VOID_IS_REFUNDED(
            Detector.SIMULATED_WORLDS, paymentMoves("VOIDING", "CAPTURED", "COMPLETED")),
    NOTHING_IS_CHARGED_FOR_AN_ORDER_THAT_IS_OVER(
            Detector.SIMULATED_WORLDS,
            returns("dev.orderflow.payment.domain.Payment", "isReceivedAfter", "TRUE", "false")),
    A_CLAIMED_PAYMENT_BELONGS_TO_ITS_WORKER_FOR_A_WHILE(
            Detector.CRASH_POINTS_OF_PAYMENTS,
            returns(
                    "dev.orderflow.payment.application.PaymentSettings",
                    "lease",
                    "TRUE",
                    "java.time.Duration.ofHours(-1)"));

    final Detector watch;

    /** The Byteman rules. */
    final String script;

    Sabotage(Detector watch, String... rules) {
        this.watch = watch;
        this.script = IntStream.range(0, rules.length)
                .mapToObj(i -> "RULE %s %d%n%s%nENDRULE%n".formatted(name(), i, rules[i]))
                .collect(Collectors.joining());
    }

    /** Returns the name in words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String returns(String type, String method, String when, String what) {
        return "CLASS %s%nMETHOD %s%nHELPER %s%nAT ENTRY%nIF %s%nDO RETURN %s"
                .formatted(type, method, SabotageHelper.class.getName(), when, what);
    }

    private static String atExit(String type, String method, String what) {
        return "CLASS %s%nMETHOD %s%nHELPER %s%nAT EXIT%nIF TRUE%nDO %s"
                .formatted(type, method, SabotageHelper.class.getName(), what);
    }

    private static String reservationIs(String in, String request, String effect) {
        return returns(
                "dev.orderflow.inventory.domain.Reservation",
                "apply",
                "$this.status().name().equals(\"%s\") && $1.name().equals(\"%s\")".formatted(in, request),
                effect);
    }

    private static String paymentStays(String in, String signal) {
        return paymentIs(in, signal, "$1");
    }

    private static String paymentMoves(String from, String signal, String to) {
        return paymentIs(from, signal, "dev.orderflow.payment.domain.PaymentStatus." + to);
    }

    private static String paymentIs(String from, String signal, String to) {
        return returns(
                "dev.orderflow.payment.domain.Transition",
                "of",
                "$1.name().equals(\"%s\") && $2.name().equals(\"%s\")".formatted(from, signal),
                "new dev.orderflow.payment.domain.Transition($1, %s, java.util.Collections.emptyList())".formatted(to));
    }
}
