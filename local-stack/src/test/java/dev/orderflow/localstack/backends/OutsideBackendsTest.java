package dev.orderflow.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.StackFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideBackendsTest {
    @Test
    void nothingComesFromOutsideUnlessTheEnvironmentSaysSo() {
        OutsideBackends outside = new OutsideBackends(Map.of());
        assertThat(outside.hasDatabase() || outside.hasKafka() || outside.hasRedis())
                .isFalse();
    }

    @Test
    void aDatabaseFromOutsideNeedsAPasswordPerService() {
        OutsideBackends outside = new OutsideBackends(Map.of("DB_HOST", "localhost"));
        assertThatThrownBy(outside::requireDatabases)
                .isInstanceOf(StackFailure.class)
                .hasMessage("DB_HOST is set, so ORDER_DB_PASSWORD must be set too.");
    }

    @Test
    void aRedisThatDoesNotAnswerIsNamed() {
        int nobody = Ports.free().redis().number();
        OutsideBackends outside = new OutsideBackends(Map.of("REDIS_URL", "redis://localhost:" + nobody));
        assertThatThrownBy(outside::requireRedis)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("REDIS_URL names a backend that cannot be used: redis://localhost:" + nobody);
    }
}
