package dev.orderflow.events;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.orderflow.events.failure.BackOff;
import dev.orderflow.events.failure.Cause;
import dev.orderflow.events.failure.FailureKind;
import dev.orderflow.events.failure.LoggedFailure;
import dev.orderflow.events.failure.PermanentFailure;
import dev.orderflow.events.failure.RetryableFailure;
import dev.orderflow.events.health.Pulse;
import dev.orderflow.events.health.Pulses;
import dev.orderflow.events.messaging.EventMetadata;
import dev.orderflow.events.messaging.Ids;
import dev.orderflow.events.messaging.Outbox;
import dev.orderflow.events.schedule.FailureLog;
import dev.orderflow.events.schedule.Pace;
import dev.orderflow.events.schedule.PeriodicTasks;
import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.events.telemetry.TraceContext;
import dev.orderflow.events.telemetry.Tracing;

/** What a package may import, beside itself, {@code java..} and JSpecify: allow-lists, so that a new import is a decision. */
final class ImportRules {

    /** Followed by a package name that all services share. The first part is free for the bad house that proves the rules. */
    static final String SERVICE = "*.orderflow.[order|inventory|payment].";

    static final String EVENTS = "*.orderflow.events";
    static final String FAULT_TOLERANCE = "org.eclipse.microprofile.faulttolerance";

    private static final DescribedPredicate<JavaClass> ANNOTATIONS_AND_THEIR_VALUES =
            describe("are annotations or enums", type -> type.isAnnotation() || type.isEnum());

    @ArchTest
    static final ArchRule domain =
            only(SERVICE + "domain..", resideInAPackage("jakarta.persistence").and(ANNOTATIONS_AND_THEIR_VALUES));

    @ArchTest
    static final ArchRule application = only(
            SERVICE + "application..",
            resideInAnyPackage(
                            SERVICE + "domain..",
                            EVENTS,
                            "jakarta.transaction..",
                            "jakarta.inject..",
                            "jakarta.enterprise..",
                            "org.eclipse.microprofile.config..")
                    .or(belongToAnyOf(
                            Outbox.class,
                            Ids.class,
                            EventMetadata.class,
                            BackOff.class,
                            Cause.class,
                            LoggedFailure.class,
                            FailureKind.class,
                            PermanentFailure.class,
                            RetryableFailure.class,
                            PeriodicTasks.class,
                            FailureLog.class,
                            Pace.class,
                            Pulse.class,
                            Pulses.class,
                            SchemaMigrated.class,
                            TraceContext.class,
                            Tracing.class)));

    @ArchTest
    static final ArchRule rest = adapter(
            "rest",
            SERVICE + "application..",
            EVENTS + ".failure",
            EVENTS + ".health",
            EVENTS + ".problem..",
            EVENTS + ".rest..",
            "jakarta.json..",
            "jakarta.servlet..",
            "jakarta.validation..",
            "jakarta.ws.rs..",
            "org.eclipse.microprofile.openapi..");

    @ArchTest
    static final ArchRule messaging = adapter(
            "messaging",
            SERVICE + "application..",
            EVENTS,
            EVENTS + ".messaging",
            "org.eclipse.microprofile.reactive.messaging..",
            "org.reactivestreams..");

    @ArchTest
    static final ArchRule persistence =
            adapter("persistence", EVENTS + ".retention", EVENTS + ".sql", "jakarta.persistence..");

    @ArchTest
    static final ArchRule redis = adapter(
            "[cache|lock]",
            SERVICE + "application..",
            EVENTS + ".redis",
            "io.opentelemetry.api..",
            "jakarta.transaction..",
            "redis.clients.jedis..");

    @ArchTest
    static final ArchRule gateway = adapter(
            "gateway",
            SERVICE + "application..",
            EVENTS + ".failure",
            "jakarta.json..",
            "jakarta.ws.rs..",
            "javax.crypto..",
            "org.eclipse.microprofile.health..",
            "org.eclipse.microprofile.rest.client..",
            FAULT_TOLERANCE + "..");

    @ArchTest
    static final ArchRule metrics = adapter(
            "metrics", SERVICE + "application..", EVENTS + ".schema", EVENTS + ".telemetry", "io.opentelemetry.api..");

    @ArchTest
    static final ArchRule contract = only(EVENTS, resideInAPackage(EVENTS));

    @ArchTest
    static final ArchRule messagingCore = only(
            EVENTS + ".messaging..",
            resideInAnyPackage(
                    EVENTS,
                    EVENTS + ".failure",
                    EVENTS + ".drain",
                    EVENTS + ".health",
                    EVENTS + ".problem",
                    EVENTS + ".rest",
                    EVENTS + ".retention",
                    EVENTS + ".schedule",
                    EVENTS + ".schema",
                    EVENTS + ".sql",
                    EVENTS + ".telemetry",
                    "com.github.f4b6a3.uuid..",
                    "io.opentelemetry..",
                    "jakarta..",
                    "javax.management..",
                    "javax.sql..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..",
                    "org.reactivestreams.."));

    @ArchTest
    static final ArchRule telemetry = only(
            EVENTS + ".telemetry..",
            resideInAnyPackage(
                    EVENTS + ".failure",
                    "io.opentelemetry.api..",
                    "io.opentelemetry.context..",
                    "jakarta.enterprise..",
                    "jakarta.inject.."));

    @ArchTest
    static final ArchRule failure = only(
            EVENTS + ".failure..",
            resideInAnyPackage("jakarta.persistence..", "org.postgresql.util..", "redis.clients.jedis.exceptions.."));

    @ArchTest
    static final ArchRule problem = only(
            EVENTS + ".problem..",
            resideInAnyPackage(
                    EVENTS + ".failure",
                    EVENTS + ".telemetry",
                    "io.opentelemetry.api..",
                    "io.opentelemetry.context..",
                    "jakarta.json..",
                    "jakarta.servlet..",
                    "jakarta.validation..",
                    "jakarta.ws.rs..",
                    "org.eclipse.microprofile.config..",
                    "org.eclipse.microprofile.openapi.."));

    @ArchTest
    static final ArchRule schema = only(
            EVENTS + ".schema..",
            resideInAnyPackage(
                    EVENTS + ".failure",
                    "jakarta.annotation..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.persistence..",
                    "javax.sql..",
                    "org.eclipse.microprofile.config..",
                    "org.flywaydb.."));

    @ArchTest
    static final ArchRule sql = only(EVENTS + ".sql..", resideInAPackage("jakarta.persistence.."));

    @ArchTest
    static final ArchRule redisConnections = only(
            EVENTS + ".redis..",
            resideInAnyPackage(
                    EVENTS + ".failure",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "org.eclipse.microprofile.config..",
                    "org.eclipse.microprofile.health..",
                    "redis.clients.jedis..",
                    FAULT_TOLERANCE + ".."));

    @ArchTest
    static final ArchRule sharedRest = only(
            EVENTS + ".rest..",
            resideInAnyPackage(
                    "jakarta.json.bind.annotation..",
                    "jakarta.validation..",
                    "jakarta.ws.rs..",
                    "org.eclipse.microprofile.openapi.."));

    @ArchTest
    static final ArchRule retention = only(
            EVENTS + ".retention..",
            resideInAnyPackage(
                    EVENTS + ".schedule",
                    EVENTS + ".schema",
                    "jakarta.annotation..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "javax.sql..",
                    "org.eclipse.microprofile.config.."));

    @ArchTest
    static final ArchRule schedule = only(
            EVENTS + ".schedule..",
            resideInAnyPackage(EVENTS + ".failure", EVENTS + ".health", "jakarta.enterprise..", "jakarta.inject.."));

    @ArchTest
    static final ArchRule liveness = only(
            EVENTS + ".health..",
            resideInAnyPackage(
                    EVENTS + ".failure", "jakarta.enterprise..", "jakarta.inject..", "org.eclipse.microprofile.."));

    @ArchTest
    static final ArchRule drain = only(
            EVENTS + ".drain..",
            resideInAnyPackage(
                    EVENTS + ".failure",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "jakarta.servlet..",
                    "org.eclipse.microprofile.config.."));

    private ImportRules() {}

    private static ArchRule adapter(String name, String... allowed) {
        return only(
                SERVICE + name + "..",
                resideInAnyPackage(allowed)
                        .or(resideInAnyPackage(
                                SERVICE + "domain..",
                                "jakarta.annotation..",
                                "jakarta.enterprise..",
                                "jakarta.inject..",
                                "org.eclipse.microprofile.config..")));
    }

    private static ArchRule only(String from, DescribedPredicate<JavaClass> allowed) {
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(allowed.or(resideInAnyPackage(from, "java..", "org.jspecify.annotations..")))
                .allowEmptyShould(true);
    }
}
