package dev.orderflow.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedProcessTest {
    private final RecordedProcess self = RecordedProcess.of(PartKind.SERVER, "order 2", ProcessHandle.current());

    @Test
    void a_recorded_process_is_found_again() {
        assertThat(RecordedProcess.parse(self.line()).find()).contains(ProcessHandle.current());
    }

    @Test
    void a_later_process_with_the_same_id_is_not_taken() {
        RecordedProcess earlier = new RecordedProcess(
                PartKind.SERVER, "order", self.pid(), self.start().minus(Duration.ofMinutes(1)));
        assertThat(earlier.find()).isEmpty();
    }

    @Test
    void a_line_keeps_the_name() {
        assertThat(RecordedProcess.parse(self.line()).name()).isEqualTo("order 2");
    }
}
