package dev.orderflow.systemtests.benchmark.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeanLimitIT {

    @Test
    void the_limit_is_measured_where_there_is_no_pgbench() {
        try (var limit =
                new LeanLimit(Shop.open().stack().backends().adminDatabase(ServiceName.ORDER), Optional.empty())) {
            assertThat(limit.sagasPerSecond(Duration.ofSeconds(1))).isPositive();
            assertThat(limit.createsPerSecond(Duration.ofSeconds(1))).isPositive();
        }
    }
}
