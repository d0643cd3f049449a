package dev.orderflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theServersAndTheGatewayHaveTheirDocumentedPorts() {
        Ports ports = Ports.of(Map.of());
        assertThat(ports.programs().map(Ports.NamedPort::number)).containsExactly(9080, 9081, 9082, 9083);
    }

    @Test
    void aVariableChangesAPort() {
        assertThat(Ports.of(Map.of("ORDER_HTTP_PORT", "8080")).http(ServiceName.ORDER))
                .isEqualTo(8080);
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> Ports.of(Map.of("REDIS_PORT", "many")))
                .isInstanceOf(StackFailure.class)
                .hasMessage("REDIS_PORT=many is not a port number");
    }

    @Test
    void aPortThatCannotExistIsNamedWithItsVariable() {
        Ports ports = Ports.of(Map.of("KAFKA_PORT", "70000"));
        assertThatThrownBy(() -> Ports.requireFree(Stream.of(ports.kafka())))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("70000")
                .hasMessageContaining("KAFKA_PORT=<port>");
    }

    @Test
    void freePortsDiffer() {
        Ports ports = Ports.free();
        List<Integer> numbers = Stream.concat(
                        Stream.of(ports.postgres(), ports.kafka(), ports.kafkaController(), ports.redis()),
                        ports.programs())
                .map(Ports.NamedPort::number)
                .toList();
        assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
    }
}
