package dev.orderflow.order;

import static dev.orderflow.chassis.harness.http.OddValues.any;
import static dev.orderflow.chassis.harness.http.OddValues.percent;

import dev.orderflow.chassis.harness.http.OddValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Generates header fields, mostly those that clients send. */
final class GeneratedFields {

    private static final List<String> CONTENT_TYPES = List.of(
            "application/json; charset=utf-8",
            "application/json;charset=UTF-16",
            "application/json; charset=\"",
            "application/json; charset=nonsense",
            "application/json;",
            "application/json \t",
            "APPLICATION/JSON",
            "application/problem+json",
            "application/merge-patch+json",
            "text/json",
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "*/*",
            "application/*",
            "application",
            "/",
            "",
            "json",
            "application/json, text/plain",
            "application/json;a=\u00E9");

    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "*/*",
            "application/*",
            "application/json;q=0",
            "application/json;q=0.1, */*;q=0",
            "application/json;q=2",
            "application/json;q=x",
            "application/xml",
            "text/html",
            "text/event-stream",
            "application/problem+json",
            "application/json; charset=utf-8",
            "",
            "/",
            "json",
            "*/json",
            ",",
            "a/b/c",
            "application/json,,",
            "text/html, application/json;q=0.9, */*;q=0.8");

    /** Fields that should have no effect. */
    private static final List<String> OTHERS = List.of(
            "traceparent",
            "tracestate",
            "baggage",
            "Accept-Language",
            "If-Modified-Since",
            "Cookie",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "Forwarded",
            "Expect",
            "Accept-Encoding",
            "Content-Encoding",
            "Range",
            "Origin");

    /** Additional fields for length or encoding. */
    private static final List<String> FRAMING = List.of(
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked \t",
            "Content-Encoding: br",
            "Content-Encoding: gzip, br",
            "Content-Encoding: identity\t");

    private GeneratedFields() {}

    static boolean isUnknownEncoding(String encoding) {
        return !List.of("gzip", "x-gzip", "deflate", "identity").contains(encoding.toLowerCase(Locale.ROOT));
    }

    /** Returns the fields of a request with a body. */
    static List<String> ofBody(RandomGenerator random) {
        List<String> fields = of(random);
        if (!percent(random, 3)) {
            fields.add("Content-Type: " + (percent(random, 92) ? "application/json" : any(random, CONTENT_TYPES)));
        }
        if (percent(random, 3)) {
            fields.add(any(random, FRAMING));
        }
        if (!percent(random, 3)) {
            fields.add("Idempotency-Key: " + (percent(random, 88) ? key(random) : OddValues.header(random)));
        }
        return fields;
    }

    static List<String> of(RandomGenerator random) {
        List<String> fields = new ArrayList<>();
        if (percent(random, 15)) {
            fields.add("Accept: " + (percent(random, 85) ? any(random, ACCEPTS) : OddValues.header(random)));
        }
        for (String name : List.of("If-Match", "If-None-Match")) {
            if (percent(random, 8)) {
                fields.add(name + ": " + (percent(random, 60) ? tag(random) : OddValues.header(random)));
            }
        }
        for (String name : OTHERS) {
            if (percent(random, 2)) {
                fields.add(name + ": " + OddValues.header(random));
            }
        }
        return fields;
    }

    /** Returns tags of this and other releases, strong and weak, single and in a list. */
    private static String tag(RandomGenerator random) {
        String form = any(random, List.of("", ".v1", ".v1", ".v2"));
        String tag = any(random, List.of("", "", "W/")) + "\"" + random.nextInt(3) + form + "\"";
        return percent(random, 20) ? "\"x\" , " + tag : tag;
    }

    /** There are so few keys that some repeat, for the same order and for others. */
    private static String key(RandomGenerator random) {
        String key = percent(random, 80) ? "g-" + random.nextLong() : "r-" + random.nextInt(100);
        return any(random, List.of("%s", "%s", "%s", "\"%s\"", "%s \t")).formatted(key);
    }
}
