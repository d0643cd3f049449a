package dev.orderflow.order;

import static io.restassured.RestAssured.given;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class ConsoleFilesIT {

    private static final Path FILES = Path.of("src/main/webapp");
    private static final Pattern REFERENCE = Pattern.compile("(?:(?:href|src)=\"|url\\()(/[^\")]+)|from '(\\./[^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/console/app.js", "/console/style/base.css", "/console/icon.svg"})
    void a_file_of_the_console_may_run_no_script_but_its_own_and_is_asked_for_again_before_each_use(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self';"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void a_file_is_sent_again_when_its_time_is_later_or_earlier_than_that_of_the_kept_one(int difference) {
        String time = given().get("/console/app.js").header("Last-Modified");
        String other = RFC_1123_DATE_TIME.format(
                ZonedDateTime.parse(time, RFC_1123_DATE_TIME).plusHours(difference));

        given().header("If-Modified-Since", time)
                .get("/console/app.js")
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("no-cache"));
        given().header("If-Modified-Since", other).get("/console/app.js").then().statusCode(200);
    }

    @Test
    void the_page_may_ask_the_services_that_it_is_told_of_and_nobody_else() {
        var services =
                given().get("/api/console").then().statusCode(200).extract().jsonPath();
        assertThat(services.getString("inventoryUrl")).startsWith("http://localhost:");
        assertThat(services.getString("gatewayUrl")).startsWith("http://localhost:");
        given().get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString("connect-src 'self' %s %s %s;"
                                .formatted(
                                        services.getString("inventoryUrl"),
                                        services.getString("paymentUrl"),
                                        services.getString("gatewayUrl"))));
    }

    @Test
    void every_file_that_another_one_names_is_served_as_what_it_is() throws IOException {
        Set<String> paths = named();

        assertThat(paths).hasSizeGreaterThan(20);
        paths.forEach(path -> given().get(path).then().statusCode(200).contentType(type(path)));
    }

    private static Set<String> named() throws IOException {
        Set<String> paths = new TreeSet<>();
        try (var files = Files.walk(FILES)) {
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(html|js|css)"))
                    .toList()) {
                REFERENCE
                        .matcher(Files.readString(file))
                        .results()
                        .map(reference -> path(file, reference))
                        .forEach(paths::add);
            }
        }
        return paths;
    }

    private static String path(Path file, MatchResult reference) {
        return reference.group(1) != null
                ? reference.group(1)
                : "/" + FILES.relativize(file.resolveSibling(reference.group(2)).normalize());
    }

    private static String type(String path) {
        Map<String, String> types =
                Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml", "woff2", "font/woff2");
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        return types.getOrDefault(suffix, "unknown type of " + path);
    }

    @Test
    void a_font_has_its_version_in_its_name_and_may_be_kept() {
        given().get("/console/fonts/inter-5.3.0.woff2")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
    }

    @Test
    void what_is_no_file_is_a_problem_and_files_can_only_be_read() {
        given().get("/console/nothing.js")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"));
        for (Method method : List.of(Method.POST, Method.PUT, Method.DELETE, Method.PATCH)) {
            given().contentType(ContentType.JSON)
                    .request(method, "/index.html")
                    .then()
                    .statusCode(405)
                    .header("Allow", equalTo("GET, HEAD"))
                    .contentType("application/problem+json");
        }
    }
}
