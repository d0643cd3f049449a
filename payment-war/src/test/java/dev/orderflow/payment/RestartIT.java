package dev.orderflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class RestartIT {

    private static final List<String> TOKENS =
            List.of("tok_slow", "tok_timeout_charged", "tok_approve", "tok_timeout_uncharged");

    @Test
    void what_a_crash_leaves_behind_is_settled_after_the_restart() {
        LibertyServer server = TestEnvironment.server();
        try (SagaServices saga = new SagaServices()) {
            List<UUID> orders = IntStream.range(0, 60)
                    .mapToObj(i -> saga.reserve(TOKENS.get(i % TOKENS.size())))
                    .toList();
            await().atMost(SagaServices.LIMIT)
                    .until(() -> PaymentBalances.status(orders.getLast()).matches("PENDING|UNKNOWN|COMPLETED"));

            server.kill();
            server.start();

            orders.forEach(PaymentBalances::awaitEnd);
            assertThat(orders).allSatisfy(orderId -> {
                assertThat(PaymentBalances.status(orderId)).isEqualTo("COMPLETED");
                assertThat(PaymentBalances.keptByUs(orderId)).isEqualTo(SagaServices.AMOUNT);
                assertThat(PaymentBalances.keptByGateway(orderId)).isEqualTo(SagaServices.AMOUNT);
                assertThat(PaymentBalances.charges(orderId)).isEqualTo(1);
            });
        }
    }
}
