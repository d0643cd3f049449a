package dev.orderflow.chassis.http.edge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a server lets in. A browser sends to a server whatever a page tells it to, even if only the browser's
 * machine can reach the server, and calls the server by any name that the page's owner has pointed to its address (DNS
 * rebinding). So a server answers under its own names only, and lets only its own pages change anything.
 *
 * @param hosts names in lower case, without ports
 * @param origins of pages that come from elsewhere and may make changes, in lower case
 */
record SourceRules(Set<String> hosts, Set<String> origins) {

    /** No page from elsewhere has these names: under them a browser finds only what runs on its own machine. */
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_PAGE = Set.of("same-origin");
    private static final Set<String> OWN_PAGE_OR_NONE = Set.of("same-origin", "none");
    private static final String JSON = "application/json";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([a-z0-9._~-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    /** The names of this machine itself are always among the hosts. */
    static SourceRules of(Collection<String> hosts, Collection<String> origins) {
        return new SourceRules(words(Stream.concat(LOCAL.stream(), hosts.stream())), words(origins.stream()));
    }

    private static Set<String> words(Stream<String> words) {
        return words.map(word -> lower(word.strip()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Null for a request that is let in. */
    @Nullable
    SourceRefusal refusal(RequestSource request) {
        if (!isForThisServer(request)) {
            return SourceRefusal.UNKNOWN_HOST;
        }
        if (READING.contains(request.method())) {
            return null;
        }
        if (!isFromOwnPageOrProgram(request)) {
            return SourceRefusal.FOREIGN_ORIGIN;
        }
        return isJsonOrEmpty(request) ? null : SourceRefusal.NOT_JSON;
    }

    /** By Host alone: a page under another name may write X-Forwarded-Host itself. */
    private boolean isForThisServer(RequestSource request) {
        return request.hosts().size() == 1
                && hosts.contains(
                        PORT.matcher(lower(request.hosts().getFirst())).replaceFirst(""));
    }

    /** Programs send no Origin. Browsers send one with every change, or say by Sec-Fetch-Site whose page it is. */
    private boolean isFromOwnPageOrProgram(RequestSource request) {
        return request.origins().isEmpty()
                ? OWN_PAGE_OR_NONE.containsAll(request.fetchSites())
                : request.origins().stream().allMatch(origin -> isOwnPage(lower(origin), request));
    }

    private boolean isOwnPage(String origin, RequestSource request) {
        return origins.contains(origin)
                || (isServedHere(origin, request) && OWN_PAGE.containsAll(request.fetchSites()));
    }

    /** Host has no scheme. Where the proxy was asked by https, a page of http may be from somebody on the way. */
    private static boolean isServedHere(String origin, RequestSource request) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return false;
        }
        boolean isHttp = parts.group(1).equals("http");
        String port = isHttp ? ":80" : ":443";
        boolean isDowngraded = isHttp && isForwardedFromHttps(request);
        return !isDowngraded
                && withPort(parts.group(2) + (parts.group(3) == null ? "" : parts.group(3)), port)
                        .equals(withPort(lower(request.hosts().getFirst()), port));
    }

    /** Each proxy on the way may have added its own protocol to the list. */
    private static boolean isForwardedFromHttps(RequestSource request) {
        return request.forwardedProtocols().stream()
                .flatMap(COMMA::splitAsStream)
                .anyMatch(protocol -> "https".equalsIgnoreCase(protocol.strip()));
    }

    private static String withPort(String authority, String port) {
        return PORT.matcher(authority).find() ? authority : authority + port;
    }

    /** A form has always a type, and never this one; a page that gives it has asked the server first (CORS). */
    private static boolean isJsonOrEmpty(RequestSource request) {
        return request.contentTypes().isEmpty()
                ? !request.hasBody()
                : request.contentTypes().stream().allMatch(type -> JSON.equals(lower(type.split(";", 2)[0].strip())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
