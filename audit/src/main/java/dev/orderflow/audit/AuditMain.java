package dev.orderflow.audit;

import dev.orderflow.audit.sources.AuditFailure;
import dev.orderflow.audit.sources.AuditTarget;
import dev.orderflow.audit.sources.LocalStackVariables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * {@code java -jar audit.jar}: exits with 0 if every invariant holds, 1 if one is broken, 2 if the audit cannot run.
 */
public final class AuditMain {

    /**
     * Silences Kafka's clients, which log their configuration. Kept in a field, because loggers are garbage-collected.
     */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final String LOCAL = "--local";
    private static final String WITHOUT_GATEWAY = "--without-gateway";

    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int CANNOT_SAY = 2;

    private static final String USAGE = """
            usage: java -jar audit.jar [--local FOLDER] [--quiesced] [--json] [--dead-letters N]
                                       [--answered FILE] [--pause-s N] [--without-gateway]

              --local FOLDER     audit the system of mvn -Plocal in its folder: target/local-stack
              --quiesced         the system is idle: anything unfinished breaks an invariant
              --json             print JSON
              --dead-letters N   number of records that were poisoned on purpose (0)
              --answered FILE    ids of orders that clients have received, one per line: each must exist
              --pause-s N        pause between two passes over events in flight (%d)
              --without-gateway  skip the gateway's ledger, which only the simulated gateway exposes

            environment: {ORDER,INVENTORY,PAYMENT,GATEWAY}_DB_PASSWORD; _HOST, _PORT, _NAME and _USER if they
            differ from DB_HOST, DB_PORT and the usual names; KAFKA_BOOTSTRAP_SERVERS and REDIS_URL (without
            them, lag and cache are skipped); ORDERFLOW_DEADLINE_PENDING_S and other settings of the services
            if they are not the defaults.""".formatted(Audit.PAUSE.toSeconds());

    private boolean atRest;
    private boolean json;
    private Duration pause = Audit.PAUSE;
    private AuditTarget target;

    private AuditMain(AuditTarget target) {
        this.target = target;
    }

    /** Read first, because it says where everything is. */
    private static Map<String, String> environment(Deque<String> arguments, Map<String, String> given) {
        if (!LOCAL.equals(arguments.peekFirst())) {
            return given;
        }
        arguments.removeFirst();
        return LocalStackVariables.environment(Path.of(value(LOCAL, arguments)), given);
    }

    public static void main(String[] arguments) {
        KAFKA.setLevel(Level.WARNING);
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.println(USAGE);
            return HOLDS;
        }
        try {
            Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
            Map<String, String> variables = environment(rest, environment);
            var main = new AuditMain(
                    rest.remove(WITHOUT_GATEWAY) ? AuditTarget.withoutGateway(variables) : AuditTarget.of(variables));
            main.read(rest);
            AuditReport report = Audit.of(main.target).withPause(main.pause).run(main.atRest);
            out.println(main.json ? report.toJson().toString() : report.toString());
            return report.isClean() ? HOLDS : BROKEN;
        } catch (AuditFailure e) {
            err.println(e.getMessage());
            return CANNOT_SAY;
        }
    }

    private void read(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String option = arguments.removeFirst();
            switch (option) {
                case "--quiesced" -> atRest = true;
                case "--json" -> json = true;
                case "--dead-letters" -> target = target.withDeadLetters(number(option, arguments));
                case "--pause-s" -> pause = Duration.ofSeconds(number(option, arguments));
                case "--answered" -> target = answered(Path.of(value(option, arguments)));
                case LOCAL -> throw new AuditFailure(LOCAL + " comes first.");
                default -> throw new AuditFailure("There is no option " + option + ".\n" + USAGE);
            }
        }
    }

    private AuditTarget answered(Path file) {
        if (!Files.isReadable(file)) {
            throw new AuditFailure("The file " + file + " cannot be read.");
        }
        return target.withAnswered(() -> ids(file));
    }

    @SuppressWarnings("StreamResourceLeak") // the reader closes it
    private static Stream<UUID> ids(Path file) {
        try {
            return Files.lines(file).map(line -> id(file, line.strip()));
        } catch (IOException e) {
            throw new AuditFailure("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static UUID id(Path file, String line) {
        try {
            UUID id = UUID.fromString(line);
            if (id.toString().equalsIgnoreCase(line)) { // Java also takes ids with their zeros left out
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new AuditFailure(noId(file, line), e);
        }
        throw new AuditFailure(noId(file, line));
    }

    private static String noId(Path file, String line) {
        return "\"%s\" in %s is not the id of an order.".formatted(line, file);
    }

    private static int number(String option, Deque<String> arguments) {
        String value = value(option, arguments);
        try {
            return Integer.parseUnsignedInt(value);
        } catch (NumberFormatException e) {
            throw new AuditFailure(
                    option + " needs a number that is not negative, not \"" + value + "\".\n" + USAGE, e);
        }
    }

    private static String value(String option, Deque<String> arguments) {
        if (arguments.isEmpty()) {
            throw new AuditFailure(option + " needs a value.\n" + USAGE);
        }
        return arguments.removeFirst();
    }
}
