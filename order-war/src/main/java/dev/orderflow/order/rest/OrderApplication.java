package dev.orderflow.order.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything lies under /api. */
@ApplicationPath(OrderApplication.ROOT)
public class OrderApplication extends Application {

    public static final String ROOT = "/api";

    static final String STREAM = """
            id: 1042
            event: order
            data: {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "at": "2026-11-23T05:54:06.453961Z", "from": null, \
            "status": "PENDING", "cause": "PLACED", "eventId": null, \
            "publishedEventId": "01a206f8-0236-7e41-8f0e-3a5c2b1d4e6f", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}

            """;
}
