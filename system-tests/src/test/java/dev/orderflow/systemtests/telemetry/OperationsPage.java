package dev.orderflow.systemtests.telemetry;

import static java.util.stream.Collectors.toSet;

import dev.orderflow.systemtests.docs.Documents;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The content of docs/operations.md. */
record OperationsPage(String text) {

    private static final Pattern METRIC = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|[^|]*\\|([^|]*)\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static OperationsPage open() {
        return new OperationsPage(Documents.read(Documents.ROOT.resolve("docs/operations.md")));
    }

    /** Returns the metrics in its table, with their attributes. */
    Map<String, Set<String>> metrics() {
        Map<String, Set<String>> metrics = new TreeMap<>();
        METRIC.matcher(section("### Metrics"))
                .results()
                .forEach(row -> metrics.put(
                        row.group(1),
                        CODE.matcher(row.group(2))
                                .results()
                                .map(code -> code.group(1))
                                .collect(toSet())));
        return metrics;
    }

    /** Returns the headings under "Alerts". */
    List<String> alerts() {
        return Pattern.compile("(?m)^### (\\w+)$")
                .matcher(section("## Alerts"))
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();
    }

    /** Returns the section up to the next heading of the same or a higher level. */
    private String section(String heading) {
        int from = text.indexOf(heading + "\n");
        String level = heading.substring(0, heading.indexOf(' '));
        var next = Pattern.compile("(?m)^#{1," + level.length() + "} ").matcher(text);
        return next.find(from + heading.length()) ? text.substring(from, next.start()) : text.substring(from);
    }
}
