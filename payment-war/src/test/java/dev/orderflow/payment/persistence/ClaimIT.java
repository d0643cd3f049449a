package dev.orderflow.payment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Claims due payments, in a transaction that is rolled back. */
@MicroShedTest
class ClaimIT {

    private static final int LIMIT = 4;

    /** Forces plans that the planner may choose at any time if it considers the table small. */
    @Test
    void a_claim_takes_no_more_than_its_limit_however_it_is_planned() throws SQLException {
        try (Connection connection =
                        TestEnvironment.backends().database(ServiceName.PAYMENT).connect();
                var prepare = connection.createStatement();
                var claim = connection.prepareStatement(JpaPayments.CLAIM)) {
            connection.setAutoCommit(false);
            prepare.execute("""
                    set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_hashagg = off;
                    set local enable_sort = off; set local enable_material = off;
                    insert into payment (order_id, status, amount, currency, token)
                    select gen_random_uuid(), 'PENDING', 100, 'EUR', 'tok_approve' from generate_series(1, 40)""");
            claim.setLong(1, 1000);
            claim.setInt(2, LIMIT);
            int claimed = 0;
            try (var row = claim.executeQuery()) {
                while (row.next()) {
                    claimed++;
                }
            }

            assertThat(claimed).isEqualTo(LIMIT);
            connection.rollback();
        }
    }
}
