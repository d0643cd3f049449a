package dev.orderflow.chassis.harness.otlp;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last state of a metric of a service.
 *
 * @param instance of the service
 * @param received when: a server that has been killed leaves its last state behind
 */
public record ReceivedMetric(String service, String instance, Instant received, Metric proto) {

    /** What Prometheus writes for the units that are in use here; others it leaves as they are. */
    private static final Map<String, String> UNITS = Map.of("s", "seconds", "1", "");

    public String name() {
        return proto.getName();
    }

    /** The names of its attributes, of all points together. */
    public Set<String> attributes() {
        Stream<List<KeyValue>> points = Stream.concat(
                numbers().stream().map(NumberDataPoint::getAttributesList),
                proto.getHistogram().getDataPointsList().stream().map(point -> point.getAttributesList()));
        return points.flatMap(List::stream).map(KeyValue::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sum over all attributes: of a histogram, how many values it has. */
    public double total() {
        return numbers().stream()
                        .mapToDouble(point -> point.getAsDouble() + point.getAsInt())
                        .sum()
                + proto.getHistogram().getDataPointsList().stream()
                        .mapToLong(point -> point.getCount())
                        .sum();
    }

    /** What its time series are called in Prometheus. */
    public Set<String> series() {
        String name = prometheus(name());
        String unit = proto.getUnit().replaceAll("\\{.*}", "");
        unit = UNITS.getOrDefault(unit, unit);
        boolean counter = proto.getSum().getIsMonotonic();
        if (counter) {
            name = name.replaceFirst("_total$", "");
        }
        if (!unit.isEmpty() && !name.endsWith("_" + unit)) {
            name += "_" + unit;
        }
        return proto.hasHistogram()
                ? Set.of(name + "_bucket", name + "_count", name + "_sum")
                : Set.of(counter ? name + "_total" : name);
    }

    /** What an attribute or a metric without a unit is called in Prometheus. */
    public static String prometheus(String name) {
        return name.replaceAll("[^a-zA-Z0-9]+", "_");
    }

    /** The values of a gauge, by the value of its only attribute. */
    Map<String, Double> gauges() {
        Map<String, Double> values = new TreeMap<>();
        proto.getGauge().getDataPointsList().stream()
                .filter(point -> point.getAttributesCount() == 1)
                .forEach(point -> values.put(point.getAttributes(0).getValue().getStringValue(), point.getAsDouble()));
        return values;
    }

    private List<NumberDataPoint> numbers() {
        return proto.hasSum()
                ? proto.getSum().getDataPointsList()
                : proto.getGauge().getDataPointsList();
    }
}
