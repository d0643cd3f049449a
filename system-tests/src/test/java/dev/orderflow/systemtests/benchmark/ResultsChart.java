package dev.orderflow.systemtests.benchmark;

import java.util.List;
import java.util.Locale;

/** An SVG chart of figures and targets: a bar that reaches the line meets its target. */
final class ResultsChart {

    private static final int ROW = 26;
    private static final int BARS = 400;
    private static final int UNIT = 180;
    private static final double LONGEST = 1.6;

    private ResultsChart() {}

    static String of(List<BenchmarkResults.Target> targets) {
        int height = ROW * (targets.size() + 2);
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 %d" font-family="sans-serif" font-size="13">
                <rect width="960" height="%d" fill="#fff"/>
                <text x="%d" y="18" text-anchor="middle" fill="#555">target</text>
                """.formatted(height, height, BARS + UNIT));
        for (int row = 0; row < targets.size(); row++) {
            svg.append(row(targets.get(row), ROW * (row + 1)));
        }
        svg.append("<path d=\"M%d 24V%d\" stroke=\"#555\" stroke-dasharray=\"4 3\"/>\n</svg>\n"
                .formatted(BARS + UNIT, height - ROW / 2));
        return svg.toString();
    }

    private static String row(BenchmarkResults.Target target, int top) {
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end" fill="#222">%s</text>
                <rect x="%d" y="%d" width="%.0f" height="16" fill="%s"/>
                <text x="%d" y="%d" fill="#222">%.2f (%s %.2f)</text>
                """,
                BARS - 10,
                top + 18,
                target.name().replace("&", "&amp;").replace("<", "&lt;"),
                BARS,
                top + 5,
                Math.max(1, UNIT * Math.min(LONGEST, target.score())),
                target.isReached() ? "#2e7d32" : "#c62828",
                BARS + (int) (UNIT * LONGEST) + 10,
                top + 18,
                target.figure(),
                target.most() ? "≤" : "≥",
                target.aim());
    }
}
