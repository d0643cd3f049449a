package dev.orderflow.systemtests.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects figures by name, prints them at once, and writes them with their targets at the end. */
final class BenchmarkResults {

    /**
     * A figure and its target.
     *
     * @param most whether the target is an upper limit; otherwise a lower limit
     */
    record Target(String name, double figure, double aim, boolean most) {

        boolean isReached() {
            return score() >= 1;
        }

        /** Returns 1 if the target is just met, 2 if the figure is twice as good. */
        double score() {
            return figure <= 0 ? 0 : most ? aim / figure : figure / aim;
        }
    }

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();

    /** Adds a figure. Its name contains the unit. */
    void add(String name, double figure) {
        figures.put(name, figure);
        System.out.printf(Locale.ROOT, "%-72s %12.2f%n", name, figure);
    }

    double of(String name) {
        Double figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("Not measured yet: " + name);
        }
        return figure;
    }

    void atLeast(String name, double figure, double aim) {
        add(new Target(name, figure, aim, false));
    }

    void atMost(String name, double figure, double aim) {
        add(new Target(name, figure, aim, true));
    }

    private void add(Target target) {
        targets.add(target);
        System.out.printf(
                Locale.ROOT,
                "%-72s %12.2f, %s %.2f: %s%n",
                target.name(),
                target.figure(),
                target.most() ? "at most" : "at least",
                target.aim(),
                target.isReached() ? "reached" : "NOT reached");
    }

    /** Writes results.json and results.svg. */
    void write(Path folder, Map<String, String> settings) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        JsonObjectBuilder chosen = Json.createObjectBuilder();
        settings.forEach(chosen::add);
        JsonObjectBuilder aims = Json.createObjectBuilder();
        targets.forEach(target -> aims.add(
                target.name(),
                Json.createObjectBuilder()
                        .add("figure", rounded(target.figure()))
                        .add(target.most() ? "at most" : "at least", target.aim())
                        .add("reached", target.isReached())));
        JsonObjectBuilder measured = Json.createObjectBuilder();
        figures.forEach((name, figure) -> measured.add(name, rounded(figure)));
        json.add("settings", chosen).add("targets", aims).add("figures", measured);
        try (Writer out = Files.newBufferedWriter(folder.resolve("results.json"));
                var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(out)) {
            writer.writeObject(json.build());
            Files.writeString(folder.resolve("results.svg"), ResultsChart.of(targets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("Written to " + folder);
    }

    private static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }
}
