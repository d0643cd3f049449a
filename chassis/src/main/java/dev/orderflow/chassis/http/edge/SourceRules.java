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
 * Decides which requests a server accepts. A web page can make a browser send requests to any server that the browser
 * can reach, even one on a private network. With DNS rebinding it can use any host name. So a server answers only under
 * its own names. Of all web pages, only its own may make changes.
 *
 * @param hosts names in lower case, without ports
 * @param origins other origins whose pages may make changes, in lower case
 */
record SourceRules(Set<String> hosts, Set<String> origins) {

    /** No remote page can have these names: a browser resolves them to its own machine. */
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_PAGE = Set.of("same-origin");
    private static final Set<String> OWN_PAGE_OR_NONE = Set.of("same-origin", "none");
    private static final String JSON = "application/json";
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final Pattern ORIGIN = Pattern.compile("(https?)://([a-z0-9._~-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    /** Adds the names of the local machine to the hosts. */
    static SourceRules of(Collection<String> hosts, Collection<String> origins) {
        return new SourceRules(words(Stream.concat(LOCAL.stream(), hosts.stream())), words(origins.stream()));
    }

    private static Set<String> words(Stream<String> words) {
        return words.map(word -> lower(word.strip()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the request is rejected; null if it is accepted. */
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

    /** Checks only Host: a page under another name can set X-Forwarded-Host itself. */
    private boolean isForThisServer(RequestSource request) {
        return request.hosts().size() == 1
                && hosts.contains(
                        PORT.matcher(lower(request.hosts().getFirst())).replaceFirst(""));
    }

    /** Programs send no Origin. Browsers send Origin with every change, or Sec-Fetch-Site. */
    private boolean isFromOwnPageOrProgram(RequestSource request) {
        return request.origins().isEmpty()
                ? OWN_PAGE_OR_NONE.containsAll(request.fetchSites())
                : request.origins().stream().allMatch(origin -> isOwnPage(lower(origin), request));
    }

    private boolean isOwnPage(String origin, RequestSource request) {
        return origins.contains(origin)
                || (isServedHere(origin, request) && OWN_PAGE.containsAll(request.fetchSites()));
    }

    /**
     * Host has no scheme. If the client called the proxy by https, a page served by http may come from an attacker on
     * the network.
     */
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

    /** Each proxy may append its own protocol to the list. */
    private static boolean isForwardedFromHttps(RequestSource request) {
        return request.forwardedProtocols().stream()
                .flatMap(COMMA::splitAsStream)
                .anyMatch(protocol -> "https".equalsIgnoreCase(protocol.strip()));
    }

    private static String withPort(String authority, String port) {
        return PORT.matcher(authority).find() ? authority : authority + port;
    }

    /** An HTML form always has another content type. A page that sends JSON needs a CORS preflight. */
    private static boolean isJsonOrEmpty(RequestSource request) {
        return request.contentTypes().isEmpty()
                ? !request.hasBody()
                : request.contentTypes().stream().allMatch(type -> JSON.equals(lower(type.split(";", 2)[0].strip())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
