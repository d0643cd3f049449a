package dev.orderflow.systemtests.recovery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.PoisonRecord;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void every_service_parks_a_poisoned_event_by_itself_and_offers_the_same_to_do_about_it() throws Exception {
        Shop shop = Shop.open();
        String key = UUID.randomUUID().toString();
        PoisonRecord.send(shop, key);

        for (ServiceName service : ServiceName.values()) {
            String letters = shop.url(service, "/api/dead-letters");
            String id = await(service + " parks it")
                    .atMost(LIMIT)
                    .until(() -> PoisonRecord.parked(shop, service, key), letter -> !letter.isEmpty());
            String letter = letters + "/" + id;

            given().contentType("application/json")
                    .post(letter + "/redrive?dryRun=true")
                    .then()
                    .statusCode(200)
                    .body("outcome", equalTo("FAILED"))
                    .body("cause", startsWith("The header ce_type is missing"));
            given().header("Operator", "on-call")
                    .delete(letter + "?reason=Sent by a test")
                    .then()
                    .statusCode(204);
            given().get(letter)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("DISCARDED"))
                    .body("payload", equalTo("*** (6 characters that are no JSON document)"))
                    .body("history.action", contains("PARK", "DRY_RUN", "DISCARD"));
        }
    }
}
