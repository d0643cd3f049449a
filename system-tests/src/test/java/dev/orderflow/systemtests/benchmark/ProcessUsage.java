package dev.orderflow.systemtests.benchmark;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.VirtualMachine;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.LocalStack;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Processor time and memory of the system's processes, from Linux's /proc and from their JVMs. */
record ProcessUsage(LocalStack stack) {

    private static final double TICKS_PER_SECOND = 100;
    /** Fields after the name in /proc/pid/stat: user, system, and both of ended children. */
    private static final int USER = 11;

    private static final int CHILDREN_SYSTEM = 14;

    /** Fields in the first line of /proc/stat: user, nice, system; idle and I/O wait follow. */
    private static final int BUSY = 3;

    static final String CLIENTS = "load generator";
    /** All other processes of the machine. */
    static final String OTHERS = "others";

    /** Returns the seconds of processor time so far, by part. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        parts().forEach((name, part) -> seconds.put(
                name, family(part.pid()).mapToLong(ProcessUsage::ticks).sum() / TICKS_PER_SECOND));
        seconds.put(CLIENTS, ticks(ProcessHandle.current().pid()) / TICKS_PER_SECOND);
        double ours = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        seconds.put(OTHERS, machine() - ours);
        return seconds;
    }

    /** Returns whether a part belongs to the system. */
    boolean isOfTheSystem(String part) {
        return !List.of(CLIENTS, OTHERS, stack.gateway().name()).contains(part);
    }

    private static double machine() {
        String[] fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +", -1);
        return Stream.of(fields).skip(1).limit(BUSY).mapToLong(Long::parseLong).sum() / TICKS_PER_SECOND;
    }

    /** Returns resident memory in MiB, by part. */
    Map<String, Long> residentMiB() {
        Map<String, Long> memory = new LinkedHashMap<>();
        parts().forEach((name, part) -> {
            if (!name.equals("PostgreSQL")) { // its processes share most of theirs
                memory.put(name, residentKiB(java(part)) / 1024);
            }
        });
        return memory;
    }

    /** Returns the bytes that the threads of a service have allocated, ended threads included. */
    long allocated(ServiceName service) {
        return ask(
                stack.server(service),
                jvm -> ManagementFactory.newPlatformMXBeanProxy(
                                jvm, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class)
                        .getTotalThreadAllocatedBytes());
    }

    /** Returns the number of requests that Kafka has answered. */
    double kafkaRequests() {
        return ask(stack.backends().kafka(), jvm -> {
            double requests = 0;
            for (ObjectName counter :
                    jvm.queryNames(new ObjectName("kafka.network:type=RequestMetrics,name=RequestsPerSec,*"), null)) {
                requests += ((Number) jvm.getAttribute(counter, "Count")).doubleValue();
            }
            return requests;
        });
    }

    /** Returns voluntary and involuntary context switches so far, by part, of live threads. */
    Map<String, Double> switches() {
        Map<String, Double> switches = new LinkedHashMap<>();
        parts().forEach((name, part) -> switches.put(name, (double)
                family(part.pid()).mapToLong(ProcessUsage::switches).sum()));
        return switches;
    }

    private static long switches(long pid) {
        Path tasks = Path.of("/proc/" + pid + "/task");
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.flatMap(thread -> read(thread.resolve("status")).lines())
                    .filter(line -> line.contains("ctxt_switches"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A query of a part's JVM. */
    @FunctionalInterface
    private interface Question<T> {
        T to(MBeanServerConnection jvm) throws Exception;
    }

    @SuppressWarnings("BanJNDI") // the address comes from a local JVM
    private static <T> T ask(StackPart part, Question<T> question) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(java(part)));
            try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
                return question.to(connector.getMBeanServerConnection());
            } finally {
                machine.detach();
            }
        } catch (Exception e) {
            throw new IllegalStateException("Cannot look into the JVM of " + part.name(), e);
        }
    }

    private Map<String, StackPart> parts() {
        Map<String, StackPart> parts = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            parts.put(service.label(), stack.server(service));
        }
        parts.put(stack.gateway().name(), stack.gateway());
        parts.put("PostgreSQL", stack.backends().postgres());
        parts.put("Kafka", stack.backends().kafka());
        parts.put("Redis", stack.backends().redis());
        return parts;
    }

    /** Finds the JVM among the process, its parents and its children: the largest one; the others are shells. */
    private static long java(StackPart part) {
        return family(part.pid())
                .max(Comparator.comparingLong(ProcessUsage::residentKiB))
                .orElseThrow();
    }

    private static Stream<Long> family(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid);
    }

    private static long ticks(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        long ticks = 0;
        for (int field = USER; fields.length > CHILDREN_SYSTEM && field <= CHILDREN_SYSTEM; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks;
    }

    private static long residentKiB(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Returns an empty text if the process has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException ended) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
