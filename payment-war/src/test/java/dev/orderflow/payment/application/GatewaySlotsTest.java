package dev.orderflow.payment.application;

import static dev.orderflow.chassis.harness.Wiring.set;
import static dev.orderflow.chassis.harness.Wiring.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.payment.application.GatewaySlots.Taken;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentStatus;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GatewaySlotsTest {

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<PaymentClaim> worked = new ArrayList<>();
    private final GatewaySlots slots =
            wire(new GatewaySlots(), new Commit(), set(new PaymentSettings(), "leaseMillis", 15_000L), event());

    private final class Commit extends TransactionEnd {
        @Override
        public <T> void collect(Class<?> owner, T item, Consumer<List<T>> work) {
            afterCommit.add(() -> work.accept(List.of(item)));
        }
    }

    @Test
    void a_leased_payment_is_given_to_the_worker_after_the_commit_and_not_before() throws Exception {
        slots.open(1, worked::add);
        Payment payment = pending();

        assertThat(slots.lease(payment)).isTrue();
        assertThat(payment.attempts()).isEqualTo(1);
        assertThat(worked).isEmpty();

        afterCommit.forEach(Runnable::run);
        assertThat(worked).extracting(PaymentClaim::orderId).containsExactly(payment.orderId());
    }

    @Test
    void a_payment_that_finds_no_slot_stays_as_it_is() throws Exception {
        slots.open(1, worked::add);
        slots.lease(pending());
        Payment second = pending();

        assertThat(slots.lease(second)).isFalse();
        assertThat(second.isChanged()).isFalse();
        assertThat(second.attempts()).isZero();
    }

    @Test
    void a_server_that_stops_leases_nothing() throws Exception {
        slots.open(1, worked::add);
        slots.close();

        assertThat(slots.lease(pending())).isFalse();
    }

    @Test
    void the_slot_of_a_transaction_that_was_rolled_back_is_free_again() throws Exception {
        slots.open(1, worked::add);
        slots.lease(pending());

        slots.rolledBack(new Taken());

        assertThat(slots.lease(pending())).isTrue();
    }

    @Test
    void whoever_waits_takes_all_slots_that_are_free() throws Exception {
        slots.open(2, worked::add);

        assertThat(slots.awaitFree()).isEqualTo(2);
        assertThat(slots.lease(pending())).isFalse();
        slots.giveBack(2);
        assertThat(slots.lease(pending())).isTrue();
    }

    @Test
    @Timeout(30)
    void older_payments_that_wait_for_a_slot_are_not_overtaken() throws Exception {
        slots.open(0, worked::add);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                slots.awaitFree();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        Payment newer = pending();
        slots.giveBack(1);

        assertThat(slots.lease(newer)).isFalse();
        waiting.join();
    }

    /** Creates a payment by its no-argument constructor, as Hibernate does. */
    private static Payment pending() throws ReflectiveOperationException {
        var constructor = Payment.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        Payment payment = constructor.newInstance();
        set(payment, "orderId", UUID.randomUUID());
        set(payment, "currency", "EUR");
        set(payment, "token", "tok_approve");
        return set(payment, "status", PaymentStatus.PENDING);
    }

    private static Event<?> event() {
        return (Event<?>) Proxy.newProxyInstance(
                GatewaySlotsTest.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (self, method, arguments) -> null);
    }
}
