package dev.orderflow.chassis.http.edge;

/** Why a request is rejected: its host, the origin of its page, or its content type. */
enum SourceRefusal {
    UNKNOWN_HOST,
    FOREIGN_ORIGIN,
    NOT_JSON
}
