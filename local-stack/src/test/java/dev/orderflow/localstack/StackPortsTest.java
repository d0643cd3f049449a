package dev.orderflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackPortsTest {
    @Test
    void the_servers_and_the_gateway_have_their_documented_ports() {
        StackPorts ports = StackPorts.of(Map.of());
        assertThat(ports.programs().map(StackPorts.NamedPort::number)).containsExactly(9080, 9081, 9082, 9083);
    }

    @Test
    void a_variable_changes_a_port() {
        assertThat(StackPorts.of(Map.of("ORDER_HTTP_PORT", "8080")).http(ServiceName.ORDER))
                .isEqualTo(8080);
    }

    @Test
    void a_port_that_is_no_number_is_named() {
        assertThatThrownBy(() -> StackPorts.of(Map.of("REDIS_PORT", "many")))
                .isInstanceOf(StackFailure.class)
                .hasMessage("REDIS_PORT=many is not a port number");
    }

    @Test
    void a_port_that_cannot_exist_is_named_with_its_variable() {
        StackPorts ports = StackPorts.of(Map.of("KAFKA_PORT", "70000"));
        assertThatThrownBy(() -> StackPorts.requireFree(Stream.of(ports.kafka())))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("70000")
                .hasMessageContaining("KAFKA_PORT=<port>");
    }

    @Test
    void free_ports_differ() {
        StackPorts ports = StackPorts.free();
        List<Integer> numbers = Stream.concat(
                        Stream.of(ports.postgres(), ports.kafka(), ports.kafkaController(), ports.redis()),
                        ports.programs())
                .map(StackPorts.NamedPort::number)
                .toList();
        assertThat(numbers).hasSize(8).doesNotHaveDuplicates();
    }
}
