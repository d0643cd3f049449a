package dev.orderflow.chassis.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What every module keeps to, the tools included. */
public final class PackageRules {

    /** Every package is a slice of its own, at whatever depth it lies. */
    @ArchTest
    static final ArchRule noCycles =
            slices().assignedFrom(new Packages()).should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule smallPackages =
            classes().that().areTopLevelClasses().should(new SmallPackage()).allowEmptyShould(true);

    private PackageRules() {}
}
