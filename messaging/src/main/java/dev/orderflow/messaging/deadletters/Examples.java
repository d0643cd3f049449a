package dev.orderflow.messaging.deadletters;

/** Answers as the OpenAPI document shows them. */
public final class Examples {

    private static final String PARKED = """
            {"id": "01a206f8-021f-7798-a2bc-15cc07700889", "eventId": "01a206f8-0190-7c11-9a52-0b8a1c1b6d3e",
             "type": "dev.orderflow.inventory.reserved.v1", "channel": "inventory", "topic": "orderflow.inventory.v1",
             "partition": 3, "offset": 4711, "key": "01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c",
             "cause": "There is no order 01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c", "attempts": 1,
             "parkedAt": "2026-01-31T09:00:00.123456Z", "status": "PARKED", "redrives":""";

    public static final String LETTER = PARKED + " 0}";

    public static final String WHOLE_LETTER = PARKED + """
             1,
             "payload": "{\\"orderId\\":\\"01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c\\",\\"payment\\":{\\"amount\\":2990,\\"currency\\":\\"EUR\\",\\"token\\":\\"***\\"}}",
             "headers": {"ce_id": "01a206f8-0190-7c11-9a52-0b8a1c1b6d3e", "ce_type": \
             "dev.orderflow.inventory.reserved.v1"},
             "history": [
               {"at": "2026-01-31T09:00:00.123456Z", "action": "PARK", "outcome": "PARKED",
                "detail": "There is no order 01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c"},
               {"at": "2026-01-31T10:00:00Z", "action": "REDRIVE", "outcome": "FAILED", "operator": "on-call",
                "detail": "There is no order 01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c"}]}""";

    static final String RESULT = """
            {"id": "01a206f8-021f-7798-a2bc-15cc07700889", "dryRun": true, "outcome": "HANDLED",
             "events": [{"type": "dev.orderflow.order.confirmed.v1", "topic": "orderflow.orders.v1",
                         "key": "01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c"}],
             "changes": [{"table": "order_history", "inserted": 1, "updated": 0, "deleted": 0},
                         {"table": "orders", "inserted": 0, "updated": 1, "deleted": 0}]}""";

    public static final String SET_ASIDE = """
            {"items": [{"eventId": "01a206f8-0190-7c11-9a52-0b8a1c1b6d3e", "type": \
            "dev.orderflow.inventory.reserved.v1",
             "channel": "inventory", "topic": "orderflow.inventory.v1", "partition": 3, "offset": 4711,
             "key": "01a206f7-ff10-7bd2-8e51-9d1f3c0a2b4c",
             "cause": "PSQLException: SQLSTATE 23514, constraint order_total_check, table orders", "attempts": 12,
             "since": "2026-01-31T09:00:00.123456Z", "waiting": 1}]}""";

    public static final String NOT_SET_ASIDE = """
            {"type": "/problems/not-set-aside", "title": "Not Found", "status": 404,
             "detail": "The event 01a206f8-0190-7c11-9a52-0b8a1c1b6d3e is not set aside on this server. See GET \
            /api/set-aside, on each server of this service.",
             "instance": "/api/set-aside/01a206f8-0190-7c11-9a52-0b8a1c1b6d3e/park",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String UNKNOWN = """
            {"type": "/problems/unknown-dead-letter", "title": "Not Found", "status": 404,
             "detail": "There is no dead letter 01a206f8-021f-7798-a2bc-15cc07700889, or it was deleted. See \
            GET /api/dead-letters for all dead letters.",
             "instance": "/api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String NO_ID = """
            {"type": "/problems/not-found", "title": "Not Found", "status": 404,
             "detail": "No resource exists at this path. See /openapi/ui for all paths.",
             "instance": "/api/dead-letters/17", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String CLOSED = """
            {"type": "/problems/dead-letter-closed", "title": "Conflict", "status": 409,
             "detail": "The dead letter 01a206f8-021f-7798-a2bc-15cc07700889 is already REDRIVEN; see its history.",
             "instance": "/api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String BUSY = """
            {"type": "/problems/dead-letter-busy", "title": "Conflict", "status": 409,
             "detail": "Another request is changing the dead letter 01a206f8-021f-7798-a2bc-15cc07700889. Retry \
            in a second.",
             "instance": "/api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String TOO_OFTEN = """
            {"type": "/problems/redriven-too-often", "title": "Conflict", "status": 409,
             "detail": "The dead letter 01a206f8-021f-7798-a2bc-15cc07700889 was redriven 10 times without \
            success. Fix the cause and raise orderflow.dead-letters.max-redrives, or discard it.",
             "instance": "/api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889/redrive",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    public static final String ANOTHER_VERSION = """
            {"type": "/problems/precondition-failed", "title": "Precondition Failed", "status": 412,
             "detail": "The current version does not match If-Match or If-None-Match. GET the resource and send \
            its current ETag.",
             "instance": "/api/dead-letters/01a206f8-021f-7798-a2bc-15cc07700889",
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}""";

    private Examples() {}
}
