package dev.orderflow.systemtests.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The deadlines of the services are configured separately, but must be consistent. */
class DeadlinesTest {

    @Test
    void a_reservation_outlives_every_deadline_of_its_order() throws IOException {
        long life = seconds("inventory-war", "orderflow.reservation.life-s");

        assertThat(life).isGreaterThan(2 * seconds("order-war", "orderflow.deadline.pending-s"));
        assertThat(life).isGreaterThan(2 * seconds("order-war", "orderflow.deadline.reserved-s"));
    }

    @Test
    void an_unanswered_charge_is_given_up_before_its_order_is() throws IOException {
        assertThat(seconds("payment-war", "payment.deadline-s"))
                .isLessThan(seconds("order-war", "orderflow.deadline.reserved-s"));
    }

    private static long seconds(String module, String setting) throws IOException {
        var settings = new Properties();
        Path file = Path.of(
                System.getProperty("orderflow.root"),
                module,
                "src/main/resources/META-INF/microprofile-config.properties");
        try (var in = Files.newBufferedReader(file)) {
            settings.load(in);
        }
        return Long.parseLong(settings.getProperty(setting));
    }
}
