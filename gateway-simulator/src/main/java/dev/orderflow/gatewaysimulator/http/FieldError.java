package dev.orderflow.gatewaysimulator.http;

/**
 * One invalid input value.
 *
 * @param field name of the value, such as {@code amount}
 */
public record FieldError(String field, String message) {}
