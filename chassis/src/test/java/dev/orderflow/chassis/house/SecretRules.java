package dev.orderflow.chassis.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record that holds a secret does not print it: sooner or later every record is in some message, and so in a log. */
final class SecretRules extends ArchCondition<JavaClass> {

    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|password|payload)");
    private static final String SAMPLE = "not-for-everybody";

    SecretRules() {
        super("not print what is secret");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Class<?> tried = type.reflect();
        if (components(tried).anyMatch(SecretRules::isSecret)) {
            String printed = print(tried);
            events.add(
                    new SimpleConditionEvent(type, !printed.contains(SAMPLE), type.getName() + " prints " + printed));
        }
    }

    private static String print(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    components(type).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor
                    .newInstance(components(type).map(SecretRules::sample).toArray())
                    .toString();
        } catch (ReflectiveOperationException e) {
            return "nothing, for it cannot be made of samples; " + SAMPLE + ": " + e;
        }
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static boolean isSecret(RecordComponent component) {
        return component.getType() == String.class
                && SECRET.matcher(component.getName()).matches();
    }

    private static @Nullable Object sample(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return isSecret(component) ? SAMPLE : "A";
        } else if (type == long.class) {
            return 1L;
        } else if (type == int.class) {
            return 1;
        } else if (type == boolean.class) {
            return true;
        }
        return type == List.class ? List.of() : null;
    }
}
