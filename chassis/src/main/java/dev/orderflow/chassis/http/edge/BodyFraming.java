package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks where the body of a request ends and how it is encoded. Liberty ignores a transfer coding that it does not
 * know; a proxy that does not ignore it would see other requests in the same bytes. Of several Content-Lengths, Liberty
 * keeps the first that is a number, and closes the connection if another one differs.
 */
final class BodyFraming {

    /** Content codings that Liberty decodes before a filter reads the body. */
    static final String KNOWN_ENCODINGS = "gzip, x-gzip, deflate, identity";

    private static final Set<String> ENCODINGS = Set.of(KNOWN_ENCODINGS.split(", "));

    private BodyFraming() {}

    /**
     * Whether every proxy and server finds the same end of the body.
     *
     * @param request with its header fields as received: Liberty does not recognise a coding that is followed by a blank
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
