package dev.orderflow.systemtests.simulation.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies an entity as Hibernate creates one: by its no-argument constructor, field by field. Records are immutable and
 * shared.
 */
public final class EntityCopy {

    private record Shape(Constructor<?> constructor, List<Field> fields) {}

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private EntityCopy() {}

    static <T> T of(T entity) {
        if (entity instanceof Record) {
            return entity;
        }
        @SuppressWarnings("unchecked")
        T copy = (T) blank(entity.getClass());
        for (Field field : shape(entity.getClass()).fields) {
            set(copy, field, copied(get(entity, field)));
        }
        return copy;
    }

    /** Creates an entity without field values. */
    static <T> T blank(Class<T> type) {
        try {
            return type.cast(shape(type).constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the value of a field without an accessor. */
    public static @Nullable Object field(Object entity, String name) {
        return shape(entity.getClass()).fields.stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> get(entity, field))
                .orElse(null);
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new TreeMap<>(map);
            case null, default -> value;
        };
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, any -> {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                List<Field> fields = Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .toList();
                fields.forEach(field -> field.setAccessible(true));
                return new Shape(constructor, fields);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static @Nullable Object get(Object entity, Field field) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Object entity, Field field, @Nullable Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
