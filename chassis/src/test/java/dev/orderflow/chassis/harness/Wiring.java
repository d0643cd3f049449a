package dev.orderflow.chassis.harness;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Does by hand what CDI does in the server: gives a bean its collaborators, each by its type. */
public final class Wiring {

    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private Wiring() {}

    /** Sets every field of the bean that one of the collaborators fits, by the first of them; leaves the others alone. */
    public static <T> T wire(T bean, Object... collaborators) {
        for (Field field : FIELDS.computeIfAbsent(bean.getClass(), Wiring::fields)) {
            for (Object collaborator : collaborators) {
                if (field.getType().isInstance(collaborator)) {
                    set(bean, field, collaborator);
                    break;
                }
            }
        }
        return bean;
    }

    /** Sets a field that its type does not tell, such as a setting. */
    public static <T> T set(T bean, String name, Object value) {
        Field field = FIELDS.computeIfAbsent(bean.getClass(), Wiring::fields).stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(bean.getClass() + " has no " + name));
        set(bean, field, value);
        return bean;
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                .toList();
        fields.forEach(field -> field.setAccessible(true));
        return fields;
    }

    private static void set(Object bean, Field field, Object value) {
        try {
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
