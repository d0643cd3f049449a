package dev.orderflow.systemtests.docs;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.orderflow.chassis.house.PackageRules;

/** The tools may print, so some of the architecture rules do not apply to them. */
@AnalyzeClasses(
        packages = {"dev.orderflow.localstack", "dev.orderflow.audit"},
        importOptions = DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchTests packages = ArchTests.in(PackageRules.class);
}
