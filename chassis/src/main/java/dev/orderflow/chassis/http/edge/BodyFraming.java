package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the body of a request ends, and how it is packed. Of a transfer coding that it does not know Liberty takes no
 * notice: a proxy in front that reads it otherwise would see other requests in the same bytes. Of several lengths it
 * shows the first that is a number, and closes the connection where another differs.
 */
final class BodyFraming {

    /** Those that Liberty unpacks by itself. */
    static final String KNOWN_ENCODINGS = "gzip, x-gzip, deflate, identity";

    private static final Set<String> ENCODINGS = Set.of(KNOWN_ENCODINGS.split(", "));

    private BodyFraming() {}

    /**
     * Whether all readers of the request see the same end of the body.
     *
     * @param request with its fields as they came: Liberty knows no coding with a blank behind it
     */
    static boolean isClear(HttpServletRequest request) {
        List<String> codings = fields(request, "Transfer-Encoding");
        return codings.size() <= 1 && codings.stream().allMatch("chunked"::equalsIgnoreCase);
    }

    static boolean isOfKnownEncoding(HttpServletRequest request) {
        List<String> encodings = fields(request, "Content-Encoding");
        return encodings.size() <= 1
                && encodings.stream().allMatch(encoding -> ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT)));
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
