package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A shell in which the URLs in the documents are those of the system under test. */
record ReaderShell(Shop shop) {

    /** A command succeeds if the response does. A stream never ends, so its timeout counts as success. */
    private static final String STRICT = """
            set -euo pipefail
            curl() { command curl --fail-with-body --show-error --max-time 60 "$@"; }
            """;

    private static final Pattern PORT = Pattern.compile("localhost:(\\d+)");
    private static final String GATEWAY = "9083";
    private static final Map<String, ServiceName> SERVICES =
            Map.of("9080", ServiceName.ORDER, "9081", ServiceName.INVENTORY, "9082", ServiceName.PAYMENT);

    static boolean isAvailable() {
        try {
            return new ProcessBuilder("bash", "-c", "command -v curl openssl")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the combined output of the commands. Throws if one of them fails. */
    String run(String... commands) {
        try {
            Process bash = new ProcessBuilder("bash", "-c", STRICT + addressed(String.join("\n", commands)))
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor())
                    .as("%s%nprinted %s", commands[commands.length - 1], printed)
                    .isZero();
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String addressed(String commands) {
        return PORT.matcher(commands).replaceAll(found -> {
            String port = found.group(1);
            String url = port.equals(GATEWAY)
                    ? shop.gatewayUrl("")
                    : shop.url(Objects.requireNonNull(SERVICES.get(port), found.group()), "");
            return url.replaceFirst("http://", "");
        });
    }
}
