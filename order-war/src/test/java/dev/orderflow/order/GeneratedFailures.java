package dev.orderflow.order;

import dev.orderflow.chassis.harness.http.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects failures by kind and keeps a few requests of each, so that one defect does not hide others. */
final class GeneratedFailures {

    private static final int SHOWN = 2;

    private final Map<String, List<String>> byKind = new TreeMap<>();

    synchronized void add(String complaint, int number, RawRequest request, String answer) {
        String kind = complaint.replaceAll("\"[^\"]*\"|\\d{4,}|/items/\\d+", "…");
        byKind.computeIfAbsent(kind, first -> new ArrayList<>())
                .add("request %d:%n%s%nanswer:%n%s%n".formatted(number, request, answer));
    }

    /** Returns an empty string without failures. */
    synchronized String report() {
        return byKind.entrySet().stream()
                .map(kind -> "%n=== %d times: %s%n%s"
                        .formatted(
                                kind.getValue().size(),
                                kind.getKey(),
                                kind.getValue().stream().limit(SHOWN).collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n"));
    }
}
