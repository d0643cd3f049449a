package dev.orderflow.systemtests.telemetry;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query of a dashboard panel or an alert.
 *
 * @param asker the alert or the panel
 * @param text in PromQL
 */
record PrometheusQuery(String asker, String text) {

    private static final Path TELEMETRY =
            Path.of(System.getProperty("orderflow.root"), "kustomize/components/telemetry");

    private static final Pattern ALERT =
            Pattern.compile("- alert: (\\w+)\\n +expr: (?:>-\\n)?(.*?)\\n +(?:for|labels):", Pattern.DOTALL);

    private static final Pattern LABEL_MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern WORD = Pattern.compile("\\b[a-zA-Z_]\\w*\\b");
    private static final Set<String> FUNCTIONS =
            Set.of("sum", "max", "min", "by", "rate", "increase", "histogram_quantile", "absent", "or", "e8", "e9");

    static List<PrometheusQuery> ofAlerts() {
        return ALERT.matcher(read(TELEMETRY.resolve("alerts.yaml")))
                .results()
                .map(match -> new PrometheusQuery(match.group(1), match.group(2)))
                .toList();
    }

    static List<PrometheusQuery> ofDashboard() {
        List<PrometheusQuery> queries = new ArrayList<>();
        try (var reader = Json.createReader(Files.newBufferedReader(TELEMETRY.resolve("dashboards/orderflow.json")))) {
            for (JsonObject panel : objects(reader.readObject().getJsonArray("panels"))) {
                for (JsonObject target : objects(panel.getOrDefault("targets", JsonValue.EMPTY_JSON_ARRAY))) {
                    if (target.getJsonObject("datasource").getString("type").equals("prometheus")) {
                        queries.add(new PrometheusQuery(panel.getString("title"), target.getString("expr")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return queries;
    }

    /** Returns the time series in the query. */
    Set<String> series() {
        String rest = text;
        for (Pattern other : List.of(LABEL_MATCHERS, GROUPING, RANGE)) {
            rest = other.matcher(rest).replaceAll(" ");
        }
        Set<String> names = new TreeSet<>();
        WORD.matcher(rest).results().map(MatchResult::group).forEach(names::add);
        names.removeAll(FUNCTIONS);
        return names;
    }

    /** Returns the labels that it selects or groups by. */
    Set<String> labels() {
        Set<String> names = new TreeSet<>();
        Stream<String> matched = LABEL_MATCHERS
                .matcher(text)
                .results()
                .flatMap(match -> Pattern.compile("(\\w+)\\s*[=!]~?")
                        .matcher(match.group(1))
                        .results())
                .map(match -> match.group(1));
        Stream<String> grouped = GROUPING.matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",\\s*")));
        Stream.concat(matched, grouped).forEach(names::add);
        return names;
    }

    private static List<JsonObject> objects(JsonValue array) {
        return ((JsonArray) array).getValuesAs(JsonObject.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
