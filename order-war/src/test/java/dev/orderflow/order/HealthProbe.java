package dev.orderflow.order;

import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The health report of a server. */
record HealthProbe(int status, JsonPath body) {

    static HealthProbe started(URI server) {
        return ask(server, "started");
    }

    static HealthProbe live(URI server) {
        return ask(server, "live");
    }

    static HealthProbe ready(URI server) {
        return ask(server, "ready");
    }

    /** Returns whether the server responds and reports that it is ready. */
    static boolean isReady(URI server) {
        try {
            return ready(server).status() == 200;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    private static HealthProbe ask(URI server, String probe) {
        HttpResponse<String> answer = new OrderApiClient(server).get("/health/" + probe);
        return new HealthProbe(answer.statusCode(), JsonPath.from(answer.body()));
    }

    boolean isUp() {
        return status == 200;
    }

    /** Returns UP or DOWN. */
    String check(String name) {
        return body.getString("checks.find { it.name == '%s' }.status".formatted(name));
    }

    /** Returns a value of the check's data, or null. */
    @Nullable
    String told(String check, String name) {
        return body.getString("checks.find { it.name == '%s' }.data['%s']".formatted(check, name));
    }
}
