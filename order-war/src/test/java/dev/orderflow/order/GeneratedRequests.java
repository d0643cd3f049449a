package dev.orderflow.order;

import static dev.orderflow.chassis.harness.http.OddValues.any;
import static dev.orderflow.chassis.harness.http.OddValues.percent;

import dev.orderflow.chassis.harness.http.OddValues;
import dev.orderflow.chassis.harness.http.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generates requests to every operation of the order service, from valid ones to noise. Seed and number determine a
 * request.
 *
 * @param orders ids of orders that exist
 */
record GeneratedRequests(long seed, List<String> orders) {

    private static final int OFFERED = 4;

    /** Separate SKUs, because their prices change. The first {@value #OFFERED} exist from the start. */
    private static final List<String> SKUS = List.of("GEN-1", "GEN-2", "GEN-3", "GEN-4", "GEN-5", "GEN-6");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "FOO");
    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "/api",
            "/api/",
            "/API/orders",
            "/api/orders/",
            "/api//orders",
            "/api/./orders",
            "/api/orders/../products",
            "/api/orders/%2e%2e/products",
            "/api/orders;a=b",
            "/api/products/BOOK-001;v=1",
            "/api/products/BOOK-001/",
            "/api/products/BOOK-001/x",
            "/api/products//",
            "/api/orders%00",
            "/api/%6frders",
            "/api/orders%2f",
            "/api/orders/%2f",
            "/api/nothing",
            "/nothing",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/..",
            "/%",
            "/%zz",
            "/api/\u00FF",
            "/index.html",
            "/favicon.ico",
            "/error-page");
    private static final List<String> QUERY_NAMES = List.of(
            "status", "customerId", "from", "to", "after", "limit", "Limit", "stauts", "unknown", "", "%", "a[b]");
    private static final List<String> GOOD_QUERIES = List.of(
            "status=PENDING",
            "status=CANCELLED",
            "customerId=g-1",
            "limit=1",
            "limit=3",
            "from=2026-01-31T09:00:00Z",
            "to=2099-01-01T00:00:00%2B02:00",
            "status=pending",
            "from=0000-01-01T00:00:00Z",
            "from=-999999999-01-01T00:00:00Z",
            "to=9999-12-31T23:59:59.999999999Z",
            "to=9999-12-31T23:59:59-18:00",
            "to=2026-02-30T00:00:00Z",
            "from=1e9",
            "from=2026-01-31T09:00:00+02:00",
            "limit=1&limit=1",
            "after=AAZE",
            "after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "after=f_________________________________",
            "after=_____________________________________",
            "after====");

    static List<String> offered() {
        return SKUS.subList(0, OFFERED);
    }

    RawRequest request(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        int kind = random.nextInt(100);
        if (kind < 45) {
            return withBody(random, "POST", "/api/orders", order(random));
        }
        if (kind < 60) {
            return withBody(random, "PUT", "/api/products/" + sku(random), product(random));
        }
        if (kind < 68) {
            return bodiless(random, "GET", "/api/orders" + query(random));
        }
        if (kind < 80) {
            return oneOrder(random);
        }
        if (kind < 82) {
            return refusedStream(random);
        }
        if (kind < 87) {
            return bodiless(random, "GET", "/api/products/" + sku(random));
        }
        if (kind < 91) {
            return bodiless(random, "GET", "/api/products" + query(random));
        }
        String path = percent(random, 50)
                ? any(random, PATHS)
                : any(random, List.of("/api/orders", "/api/orders/17", "/api/products", "/api/products/BOOK-001"));
        return new RawRequest(any(random, METHODS), path + query(random), GeneratedFields.of(random), "", false);
    }

    private RawRequest oneOrder(RandomGenerator random) {
        String id = percent(random, 75)
                ? any(random, orders)
                : any(
                        random,
                        List.of(
                                "17",
                                "1-1-1-1-1",
                                "00000000-0000-0000-0000-000000000000",
                                "ffffffff-ffff-ffff-ffff-fffffffffffff",
                                any(random, orders).replaceFirst("^0+", ""),
                                any(random, orders).toUpperCase(Locale.ROOT),
                                any(random, orders) + "x",
                                "x" + OddValues.query(random)));
        return switch (random.nextInt(4)) {
            case 0 -> withBody(random, "POST", "/api/orders/" + id + "/cancel", percent(random, 80) ? "" : "{}");
            case 1 -> bodiless(random, "GET", "/api/orders/" + id + "/timeline");
            default -> bodiless(random, "GET", "/api/orders/" + id);
        };
    }

    /** Returns a request that must not open a stream. */
    private RawRequest refusedStream(RandomGenerator random) {
        String path = percent(random, 50) ? "/api/orders/stream" : "/api/orders/" + any(random, orders) + "/stream";
        String field = percent(random, 30) ? "Accept: application/json" : "Last-Event-ID: " + OddValues.header(random);
        return new RawRequest("GET", path, List.of(field), "", false);
    }

    private static RawRequest bodiless(RandomGenerator random, String method, String target) {
        return new RawRequest(method, target, GeneratedFields.of(random), "", false);
    }

    private static RawRequest withBody(RandomGenerator random, String method, String target, String body) {
        String sent = body;
        if (percent(random, 12)) {
            sent = OddValues.broken(random, body);
        } else if (percent(random, 2)) {
            int size = any(random, List.of(65_534, 65_535, 65_536, 65_537, 65_600, 100_000));
            sent = body + " ".repeat(Math.max(0, size - body.length()));
        }
        return new RawRequest(method, target, GeneratedFields.ofBody(random), sent, percent(random, 5));
    }

    private static String sku(RandomGenerator random) {
        return percent(random, 75)
                ? any(random, SKUS)
                : any(random, List.of(".", "..", "x" + OddValues.query(random), "x" + OddValues.query(random)));
    }

    private static String query(RandomGenerator random) {
        int count = any(random, List.of(0, 1, 1, 1, 2, 3));
        return IntStream.range(0, count)
                .mapToObj(i -> percent(random, 60)
                        ? any(random, GOOD_QUERIES)
                        : any(random, QUERY_NAMES) + (percent(random, 90) ? "=" : "") + OddValues.query(random))
                .collect(Collectors.joining("&", count == 0 ? "" : "?", ""));
    }

    private static String order(RandomGenerator random) {
        List<String> members = new ArrayList<>(List.of(
                "\"customerId\":" + value(random, "\"g-" + random.nextInt(5) + "\""),
                "\"paymentToken\":" + value(random, "\"tok_approve\""),
                "\"lines\":" + (percent(random, 4) ? OddValues.json(random) : lines(random))));
        return object(random, members);
    }

    private static String lines(RandomGenerator random) {
        int count = any(random, percent(random, 90) ? List.of(1, 1, 2, 3) : List.of(0, 99, 100, 101));
        return IntStream.range(0, count)
                .mapToObj(i -> count <= 3 && percent(random, 2) ? OddValues.json(random) : line(random, count))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String line(RandomGenerator random, int count) {
        // Invalid lines are rarer in long orders, so that some long orders are valid.
        boolean plain = count > 3 && !percent(random, 1);
        String sku = "\"" + any(random, offered()) + "\"";
        String quantity = Integer.toString(1 + random.nextInt(3));
        return plain
                ? "{\"sku\":%s,\"quantity\":%s}".formatted(sku, quantity)
                : object(
                        random,
                        new ArrayList<>(
                                List.of("\"sku\":" + value(random, sku), "\"quantity\":" + value(random, quantity))));
    }

    private static String product(RandomGenerator random) {
        return object(
                random,
                new ArrayList<>(List.of(
                        "\"name\":" + value(random, "\"Generated \u00C3\u00A9\""),
                        "\"unitPrice\":" + value(random, Integer.toString(1 + random.nextInt(5000))))));
    }

    /** Usually returns the valid value. */
    private static String value(RandomGenerator random, String good) {
        return percent(random, 85) ? good : OddValues.json(random);
    }

    /** Usually has exactly these members. Sometimes one is missing, duplicated or unknown. */
    private static String object(RandomGenerator random, List<String> members) {
        if (percent(random, 4)) {
            members.remove(random.nextInt(members.size()));
        }
        if (percent(random, 3)) {
            members.add(any(random, members.isEmpty() ? List.of("\"a\":1") : members));
        }
        if (percent(random, 5)) {
            members.add("\"unknown\":" + OddValues.json(random));
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
