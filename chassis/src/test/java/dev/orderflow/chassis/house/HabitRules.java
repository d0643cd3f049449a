package dev.orderflow.chassis.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.orderflow.chassis.house.ImportRules.CHASSIS;
import static dev.orderflow.chassis.house.ImportRules.FAULT_TOLERANCE;
import static dev.orderflow.chassis.house.ImportRules.MESSAGING;
import static dev.orderflow.chassis.house.ImportRules.SERVICE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import dev.orderflow.chassis.failure.LoggedFailure;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.NullMarked;

/** Rules for all packages of services and libraries. {@link ImportRules} says what each package may import. */
final class HabitRules {

    private static final String ADAPTERS = "rest|messaging|persistence|cache|lock|gateway|metrics";

    private static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = DescribedPredicate.describe(
            "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));

    @ArchTest
    static final ArchRule samePackagesInEveryService = classes()
            .that()
            .resideInAPackage(SERVICE.substring(0, SERVICE.length() - 1) + "..")
            .should()
            .resideInAPackage(SERVICE + "[domain|application|" + ADAPTERS + "]..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule adaptersApart = slices().matching(SERVICE + "(" + ADAPTERS + ")..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule internalsStayInternal = noClasses()
            .that()
            .resideOutsideOfPackage(MESSAGING + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MESSAGING + ".*..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactionsAreUseCases = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICE + "application..", MESSAGING + "..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule faultToleranceStandsAtTheClient = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICE + "gateway..", CHASSIS + ".redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(FAULT_TOLERANCE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule messagingListens = noClasses()
            .that()
            .resideOutsideOfPackage(SERVICE + "messaging..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Incoming.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethodWhere(target(name("sleep")).and(target(owner(assignableTo(Thread.class)))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyPrints =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);

    /** Messages of exceptions quote data: {@link LoggedFailure} knows what of them may be logged. */
    @ArchTest
    static final ArchRule failuresAreLoggedWithoutData = noClasses()
            .that()
            .areNotAssignableTo(LoggedFailure.class)
            .should()
            .callMethod(Logger.class, "log", Level.class, String.class, Throwable.class)
            .orShould()
            .callMethod(Logger.class, "log", Level.class, Throwable.class, Supplier.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule secretsAreNotPrinted =
            classes().that().areRecords().should(new SecretRules()).allowEmptyShould(true);

    /** OpenAPI is written as documents: ADR 62. */
    @ArchTest
    static final ArchRule documentsAreWrittenFirst = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.openapi..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesAreShort = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameEndingWith("Resource")
            .should(new ShortSource(90))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$](\\w*[a-z0-9_])?(Service|Impl|Utils?|Common|D[Tt][Oo]|Helper|Manager)([A-Z]\\w*)?(\\$.*)?")
            .orShould()
            .resideInAPackage("..[service|services|impl|util|utils|common|dto|helper|helpers|manager|managers]..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nullIsMarked =
            classes().should(be(IN_A_NULL_MARKED_PACKAGE)).allowEmptyShould(true);

    private HabitRules() {}
}
