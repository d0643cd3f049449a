package dev.orderflow.order;

import io.restassured.path.json.JsonPath;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What a server says of itself. */
record Probe(int status, JsonPath body) {

    static Probe started(URI server) {
        return ask(server, "started");
    }

    static Probe live(URI server) {
        return ask(server, "live");
    }

    static Probe ready(URI server) {
        return ask(server, "ready");
    }

    /** Whether the server takes requests, and says that it wants them. */
    static boolean isReady(URI server) {
        try {
            return ready(server).status() == 200;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    private static Probe ask(URI server, String probe) {
        HttpResponse<String> answer = new Api(server).get("/health/" + probe);
        return new Probe(answer.statusCode(), JsonPath.from(answer.body()));
    }

    boolean isUp() {
        return status == 200;
    }

    /** UP or DOWN. */
    String check(String name) {
        return body.getString("checks.find { it.name == '%s' }.status".formatted(name));
    }

    /** What a check tells; null when it does not. */
    @Nullable
    String told(String check, String name) {
        return body.getString("checks.find { it.name == '%s' }.data['%s']".formatted(check, name));
    }
}
