package dev.orderflow.gatewaysimulator.source;

/** Why a request is refused for the name that it asks for, or for the page that sends it. */
public enum SourceRefusal {
    UNKNOWN_HOST,
    FOREIGN_ORIGIN,
    NOT_JSON
}
