package dev.orderflow.payment;

import dev.orderflow.chassis.harness.http.AnswerHeadersContract;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class AnswerHeadersIT extends AnswerHeadersContract {

    AnswerHeadersIT() {
        super(Set.of());
    }

    @Override
    protected Map<String, String> existing() {
        try (var saga = new SagaServices()) {
            UUID order = saga.reserve("tok_approve");
            saga.awaitEvents(order, "dev.orderflow.payment.completed.v1");
            return Map.of(
                    "orderId", order.toString(),
                    "id", UUID.randomUUID().toString());
        }
    }
}
