package dev.orderflow.chassis.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What a package may import, beside itself, {@code java..} and JSpecify: allow-lists, so that a new import is a decision. */
final class ImportRules {

    /** Followed by a package name that all services share. The first part is free for the bad house that proves the rules. */
    static final String SERVICE = "*.orderflow.[order|inventory|payment].";

    static final String EVENTS = "*.orderflow.events";
    static final String MESSAGING = "*.orderflow.messaging";
    static final String CHASSIS = "*.orderflow.chassis";
    static final String FAULT_TOLERANCE = "org.eclipse.microprofile.faulttolerance";

    private static final DescribedPredicate<JavaClass> ANNOTATIONS_AND_THEIR_VALUES =
            describe("are annotations or enums", type -> type.isAnnotation() || type.isEnum());

    @ArchTest
    static final ArchRule domain =
            only(SERVICE + "domain..", resideInAPackage("jakarta.persistence").and(ANNOTATIONS_AND_THEIR_VALUES));

    /** What consumes events is for the adapters. */
    @ArchTest
    static final ArchRule application = only(
            SERVICE + "application..",
            resideInAnyPackage(
                            SERVICE + "domain..",
                            EVENTS,
                            CHASSIS + ".[failure|schema|telemetry|work]",
                            "jakarta.transaction..",
                            "jakarta.inject..",
                            "jakarta.enterprise..",
                            "org.eclipse.microprofile.config..")
                    .or(resideInAPackage(MESSAGING)
                            .and(not(simpleNameStartingWith("EventConsumers")))
                            .and(not(simpleNameStartingWith("EventHandler")))
                            .and(not(simpleNameStartingWith("EventRegistry")))));

    @ArchTest
    static final ArchRule rest = adapter(
            "rest",
            SERVICE + "application..",
            CHASSIS + ".failure",
            CHASSIS + ".http..",
            CHASSIS + ".work",
            "jakarta.json..",
            "jakarta.servlet..",
            "jakarta.validation..",
            "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule messaging = adapter(
            "messaging",
            SERVICE + "application..",
            EVENTS,
            MESSAGING,
            "org.eclipse.microprofile.reactive.messaging..",
            "org.reactivestreams..");

    @ArchTest
    static final ArchRule persistence =
            adapter("persistence", CHASSIS + ".sql", CHASSIS + ".work", "jakarta.persistence..");

    @ArchTest
    static final ArchRule redis = adapter(
            "[cache|lock]",
            SERVICE + "application..",
            CHASSIS + ".[redis|work]",
            "io.opentelemetry.api..",
            "redis.clients.jedis..");

    @ArchTest
    static final ArchRule gateway = adapter(
            "gateway",
            SERVICE + "application..",
            CHASSIS + ".[failure|json]",
            "jakarta.ws.rs..",
            "javax.crypto..",
            "org.eclipse.microprofile.health..",
            "org.eclipse.microprofile.rest.client..",
            FAULT_TOLERANCE + "..");

    @ArchTest
    static final ArchRule metrics = adapter(
            "metrics",
            SERVICE + "application..",
            CHASSIS + ".schema",
            CHASSIS + ".telemetry",
            "io.opentelemetry.api..");

    @ArchTest
    static final ArchRule contract = only(EVENTS + "..", resideInAPackage(EVENTS));

    @ArchTest
    static final ArchRule messagingLibrary = only(
            MESSAGING + "..",
            resideInAnyPackage(
                    EVENTS,
                    CHASSIS + "..",
                    "com.github.f4b6a3.uuid..",
                    "io.opentelemetry..",
                    "jakarta..",
                    "javax.management..",
                    "javax.sql..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile..",
                    "org.reactivestreams.."));

    @ArchTest
    static final ArchRule failure = chassis(
            "failure",
            "jakarta.persistence..",
            "jakarta.transaction..",
            "org.postgresql.util..",
            "redis.clients.jedis.exceptions..");

    @ArchTest
    static final ArchRule json = chassis("json", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule http = chassis(
            "http",
            CHASSIS + ".failure",
            CHASSIS + ".json",
            CHASSIS + ".telemetry",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "jakarta.json..",
            "jakarta.servlet..",
            "jakarta.validation..",
            "jakarta.ws.rs..",
            "org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule lifecycle = chassis(
            "lifecycle",
            CHASSIS + ".[failure|schema|work]",
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.servlet..",
            "javax.sql..",
            "org.eclipse.microprofile.config..",
            "org.eclipse.microprofile.health..");

    @ArchTest
    static final ArchRule schema = chassis(
            "schema",
            CHASSIS + ".[failure|telemetry]",
            "io.opentelemetry.api..",
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.persistence..",
            "javax.sql..",
            "org.eclipse.microprofile.config..",
            "org.flywaydb..");

    @ArchTest
    static final ArchRule work = chassis(
            "work",
            CHASSIS + ".[failure|schema]",
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.transaction..",
            "javax.sql..",
            "org.eclipse.microprofile.config..");

    @ArchTest
    static final ArchRule telemetry = chassis(
            "telemetry",
            CHASSIS + ".failure",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "jakarta.enterprise..",
            "jakarta.inject..");

    @ArchTest
    static final ArchRule sql = chassis(
            "sql",
            "jakarta.persistence..",
            "jakarta.annotation..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.transaction..");

    @ArchTest
    static final ArchRule redisConnections = chassis(
            "redis",
            CHASSIS + ".failure",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "org.eclipse.microprofile.config..",
            "org.eclipse.microprofile.health..",
            "redis.clients.jedis..",
            FAULT_TOLERANCE + "..");

    private ImportRules() {}

    private static ArchRule chassis(String name, String... allowed) {
        return only(CHASSIS + "." + name + "..", resideInAnyPackage(allowed));
    }

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
