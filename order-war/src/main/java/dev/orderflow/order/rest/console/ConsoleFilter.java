package dev.orderflow.order.rest.console;

import dev.orderflow.order.rest.OrderApplication;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the files of the console for GET and HEAD only. The Content-Security-Policy permits only scripts of this
 * origin, only calls to the three services and the simulated gateway, and no frames.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ConsoleFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** Browsers may cache a font without revalidation, because its name has its version. */
    private static final String NEVER_CHANGES = ".woff2";

    @Inject
    transient ConsoleSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().equals(OrderApplication.ROOT)) {
            chain.doFilter(request, response);
        } else if (METHODS.contains(request.getMethod()) || !isFile(request)) {
            protect(request.getRequestURI(), response);
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private void protect(String path, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                policy(settings.inventoryUrl(), settings.paymentUrl(), settings.gatewayUrl()));
        response.setHeader("Referrer-Policy", "no-referrer");
        // Browsers revalidate before each use. Liberty answers 304 only to the modification time in this build.
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, path.endsWith(NEVER_CHANGES) ? "max-age=31536000, immutable" : "no-cache");
    }

    /** Without this, Liberty would answer some methods with the file, and fail on others. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private boolean isFile(HttpServletRequest request) throws IOException {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.startsWith("/")
                && !path.startsWith("/WEB-INF/")
                && getServletContext().getResource(path) != null;
    }

    static String policy(String... services) {
        String asked = Stream.concat(
                        Stream.of("'self'"),
                        Stream.of(services).filter(url -> url.contains("://")).map(ConsoleFilter::origin))
                .distinct()
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src "
                + asked
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
