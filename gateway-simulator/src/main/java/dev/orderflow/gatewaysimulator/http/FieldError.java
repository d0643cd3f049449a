package dev.orderflow.gatewaysimulator.http;

/**
 * One error with the input.
 *
 * @param field name of the value, such as {@code amount}
 */
public record FieldError(String field, String message) {}
