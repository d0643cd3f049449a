package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checks where the body of a request ends and how it is encoded. Liberty ignores unknown transfer codings. A proxy that
 * honours them would find other requests in the same bytes (request smuggling). Of several Content-Length headers,
 * Liberty uses the first valid one, and closes the connection if another differs.
 */
final class BodyFraming {

    /** Content codings that Liberty decodes before a filter reads the body. */
    static final String KNOWN_ENCODINGS = "gzip, x-gzip, deflate, identity";

    private static final Set<String> ENCODINGS = Set.of(KNOWN_ENCODINGS.split(", "));

    private BodyFraming() {}

    /**
     * Whether all proxies and servers find the same end of the body.
     *
     * @param request with unmodified header fields: Liberty does not recognise a coding with a trailing blank
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
