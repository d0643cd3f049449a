package dev.orderflow.gatewaysimulator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "dev.orderflow.gatewaysimulator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.orderflow.gatewaysimulator";

    /** Another company: nothing of the services, and nothing of what Liberty provides. */
    @ArchTest
    static final ArchRule sharesNoCodeWithTheServices = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "java..",
                    "javax.crypto..",
                    "javax.sql..",
                    "io.helidon..",
                    "com.fasterxml.jackson..",
                    "com.zaxxer.hikari..",
                    "org.flywaydb..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theDomainIsPlainJava = classes()
            .that()
            .resideInAnyPackage(ROOT + ".domain", ROOT + ".application")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".domain", ROOT + ".application", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule onlyPersistenceKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".persistence")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer.hikari..", "org.flywaydb..");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodySleeps =
            noClasses().should().callMethodWhere(target(name("sleep")).and(target(owner(assignableTo(Thread.class)))));

    @ArchTest
    static final ArchRule nobodyPrints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
