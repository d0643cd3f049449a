package dev.orderflow.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.StackPorts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalBackendsTest {
    @Test
    void nothing_comes_from_outside_unless_the_environment_says_so() {
        ExternalBackends outside = new ExternalBackends(Map.of());
        assertThat(outside.hasDatabase() || outside.hasKafka() || outside.hasRedis())
                .isFalse();
    }

    @Test
    void a_database_from_outside_needs_a_password_per_service() {
        ExternalBackends outside = new ExternalBackends(Map.of("DB_HOST", "localhost"));
        assertThatThrownBy(outside::requireDatabases)
                .isInstanceOf(StackFailure.class)
                .hasMessage("DB_HOST is set, so ORDER_DB_PASSWORD must be set too.");
    }

    @Test
    void a_redis_that_does_not_answer_is_named() {
        int nobody = StackPorts.free().redis().number();
        ExternalBackends outside = new ExternalBackends(Map.of("REDIS_URL", "redis://localhost:" + nobody));
        assertThatThrownBy(outside::requireRedis)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("REDIS_URL names a backend that cannot be used: redis://localhost:" + nobody);
    }
}
