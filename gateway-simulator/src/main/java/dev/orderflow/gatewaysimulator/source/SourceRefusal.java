package dev.orderflow.gatewaysimulator.source;

/** Why a request is refused for its host name or its origin. */
public enum SourceRefusal {
    UNKNOWN_HOST,
    FOREIGN_ORIGIN,
    NOT_JSON
}
