package dev.orderflow.gatewaysimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.gateway.GatewaySimulator;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The launcher takes over the ledger that the gateway kept in the payment service's database, once. */
class OldLedgerIT {

    private static final Path MIGRATIONS =
            Path.of(System.getProperty("orderflow.root"), "payment-war/src/main/resources/db/migration");

    private static final String DIGEST = """
            select concat_ws(' | ',
                (select string_agg(c::text, ', ' order by key) from {schema}charge c),
                (select string_agg(m::text, ', ' order by key, kind) from {schema}movement m),
                (select string_agg(l::text, ', ' order by key) from {schema}lost_request l),
                (select s::text from {schema}switches s))""";

    private Backends backends;
    private Database payments;
    private Database gateway;

    @BeforeEach
    void an_old_ledger() throws IOException {
        backends = Backends.start(TestEnvironment.home("old-ledger"));
        payments = backends.database(ServiceName.PAYMENT);
        gateway = backends.gatewayDatabase();
        payments.execute("drop schema if exists gateway cascade");
        gateway.execute("""
                drop table if exists movement, charge, lost_request, switches, schema_history;
                drop function if exists refuse_change""");
        payments.execute(Files.readString(MIGRATIONS.resolve("V2__simulated_gateway.sql"))
                + Files.readString(MIGRATIONS.resolve("V3__gateway_switches.sql")));
        payments.execute("""
                insert into gateway.charge (key, order_id, amount, currency, token, status, reason, created_at)
                select 'k' || i, 'o' || i, i, 'EUR', 'tok', case when i % 3 = 0 then 'DECLINED' else 'CAPTURED' end,
                    case when i % 3 = 0 then 'lost_card' end, timestamptz '2026-01-31 09:00:00.123456+00' + i * interval '1 s'
                from generate_series(1, 2500) i;
                insert into gateway.movement (key, kind, amount) select key, 'CAPTURE', amount from gateway.charge where status = 'CAPTURED';
                insert into gateway.movement (key, kind, amount) values ('k1', 'REFUND', 1);
                insert into gateway.lost_request values ('k7');
                insert into gateway.switches (scenario, decline_reason, percent) values ('SLOW', 'card_declined', 30)""");
    }

    @AfterEach
    void stop() {
        backends.close();
    }

    @Test
    void is_copied_whole_before_anything_is_charged_and_only_once() {
        String before = digest(payments, "gateway.");
        GatewaySimulator simulator = GatewaySimulator.of(backends, StackPorts.free(), Map.of());
        simulator.start();

        assertThat(digest(gateway, "public.")).isEqualTo(before);
        given().baseUri(simulator.baseUri().toString())
                .header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body("{\"orderId\": \"o1\", \"amount\": 1, \"currency\": \"EUR\", \"token\": \"tok_approve\"}")
                .post("/api/gateway/charges")
                .then()
                .statusCode(200)
                .body("captured", equalTo(1), "refunded", equalTo(1));

        simulator.stop();
        payments.execute("insert into gateway.charge (key, status) values ('later', 'VOIDED')");
        simulator.start();
        assertThat(gateway.number("select count(*) from charge where key = 'later'"))
                .isZero();
        assertThat(digest(payments, "gateway."))
                .as("the old ledger stays")
                .contains("k1")
                .contains("later");
    }

    @Test
    void is_left_alone_where_there_is_a_new_one() {
        GatewaySimulator simulator = GatewaySimulator.of(backends, StackPorts.free(), Map.of());
        payments.execute("alter table gateway.charge rename to hidden");
        simulator.start();
        gateway.execute("insert into charge (key, status) values ('new', 'VOIDED')");
        simulator.stop();
        payments.execute("alter table gateway.hidden rename to charge");

        simulator.start();

        assertThat(gateway.number("select count(*) from charge")).isEqualTo(1);
    }

    private static String digest(Database database, String schema) {
        return database.value(String.class, DIGEST.replace("{schema}", schema));
    }
}
