package dev.orderflow.chassis.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Limits the number of types in a package. Split a larger package by subject. */
final class SmallPackage extends ArchCondition<JavaClass> {

    static final int MOST_TYPES = 12;

    SmallPackage() {
        super("share their package with at most %d types in all", MOST_TYPES);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        long types = type.getPackage().getClasses().stream()
                .filter(SmallPackage::isType)
                .count();
        if (types > MOST_TYPES) {
            events.add(SimpleConditionEvent.violated(
                    type, "%s is in a package of %d types".formatted(type.getName(), types)));
        }
    }

    private static boolean isType(JavaClass other) {
        return other.isTopLevelClass() && !other.isArray() && !other.getName().endsWith(".package-info");
    }
}
