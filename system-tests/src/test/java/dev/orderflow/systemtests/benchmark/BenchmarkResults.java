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

/** Figures by name, printed as they come and written at the end, with what was aimed at. */
final class BenchmarkResults {

    /**
     * A figure beside what was aimed at.
     *
     * @param most whether the figure should be that at most; otherwise at least
     */
    record Target(String name, double figure, double aim, boolean most) {

        boolean isReached() {
            return score() >= 1;
        }

        /** 1 when just reached, 2 when twice as good. */
        double score() {
            return figure <= 0 ? 0 : most ? aim / figure : figure / aim;
        }
    }

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();

    /** With its unit in its name. */
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

    /** As results.json and results.svg. */
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
