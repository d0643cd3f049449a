package dev.orderflow.chassis.house;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/**
 * The architecture of the house, for every module to include. A rule says nothing about packages that a module does not
 * have; that each rule bites where it applies is proven by {@link HouseRulesTest}.
 */
public final class HouseRules {

    @ArchTest
    static final ArchTests imports = ArchTests.in(ImportRules.class);

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);

    @ArchTest
    static final ArchTests habits = ArchTests.in(HabitRules.class);

    private HouseRules() {}
}
