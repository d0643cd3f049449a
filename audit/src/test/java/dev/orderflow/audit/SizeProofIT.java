package dev.orderflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A million orders in a JVM of 64 MB, as {@code java -jar audit.jar} would read them. */
class SizeProofIT {

    private static final Logger LOG = Logger.getLogger(SizeProofIT.class.getName());

    private static final int ORDERS = ProofSize.of(20_000, 1_000_000);

    private static AuditedDatabases books;

    @BeforeAll
    static void fill() {
        books = new AuditedDatabases();
        books.fill(ORDERS);
    }

    @Test
    void a_million_orders_are_audited_with_64_mb_of_heap_and_one_that_is_wrong_among_them_is_found() throws Exception {
        Ended clean = audit("--quiesced", "--json");
        assertThat(clean.code).as(clean.output).isZero();
        assertThat(clean.output).contains("\"clean\":true", "\"orders\":" + ORDERS);

        books.plant(
                AuditedDatabases.Owner.GATEWAY,
                "update movement set amount = 1 where key = '%s'".formatted(AuditedDatabases.order(ORDERS / 2)));
        Ended wrong = audit("--quiesced", "--pause-s", "0");
        assertThat(wrong.code).isEqualTo(1);
        assertThat(wrong.output).contains(AuditedDatabases.order(ORDERS / 2) + ": the gateway kept 1 of 2250");
    }

    /** All of them at once, which is more than the audit can tell one by one. */
    @Test
    void a_million_findings_are_counted_without_being_kept() throws Exception {
        books.plant(AuditedDatabases.Owner.ORDER, "update orders set total = total + 1");
        Ended live = audit("--pause-s", "0", "--without-gateway");
        books.plant(AuditedDatabases.Owner.ORDER, "update orders set total = total - 1");
        assertThat(live.code).as(live.output).isEqualTo(1);
        assertThat(live.output).contains("I3 BROKEN", "more");
    }

    private record Ended(int code, String output) {}

    /** With the classes of this build; the peak of its memory is what the kernel has seen. */
    private static Ended audit(String... arguments) throws IOException, InterruptedException {
        Path output = Path.of("target/audit-output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AuditMain.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(TestEnvironment.backends().environment());
        long begin = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentKb(process.pid()));
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        LOG.info("%d orders, %s: %.1f s, RSS %d MB"
                .formatted(ORDERS, List.of(arguments), (System.nanoTime() - begin) / 1e9, peak / 1024));
        return new Ended(process.exitValue(), text);
    }

    /** 0 where there is no such file. */
    private static long residentKb(long pid) throws IOException {
        File status = new File("/proc/" + pid + "/status");
        if (!status.exists()) {
            return 0;
        }
        return Files.readAllLines(status.toPath()).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
