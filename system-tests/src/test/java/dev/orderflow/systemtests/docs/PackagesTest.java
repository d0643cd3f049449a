package dev.orderflow.systemtests.docs;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.orderflow.chassis.house.PackageRules;

/** The tools print, so not all rules of the house are for them. */
@AnalyzeClasses(
        packages = {"dev.orderflow.localstack", "dev.orderflow.audit"},
        importOptions = DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);
}
