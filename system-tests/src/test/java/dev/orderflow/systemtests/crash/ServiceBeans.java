package dev.orderflow.systemtests.crash;

import dev.orderflow.chassis.harness.Wiring;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans of one service for one transaction, created with their dependencies on demand. */
public final class ServiceBeans {

    private final List<Object> known;
    private final List<Class<?>> candidates;
    private final Map<String, String> settings;

    /**
     * Creates an empty set.
     *
     * @param outside given beans, such as the entity manager
     * @param candidates implementations of interfaces
     * @param settings by name of the configuration property
     */
    ServiceBeans(List<Object> outside, List<Class<?>> candidates, Map<String, String> settings) {
        this.known = new ArrayList<>(outside);
        this.candidates = candidates;
        this.settings = settings;
    }

    public <T> T get(Class<T> type) {
        return known.stream()
                .filter(type::isInstance)
                .findFirst()
                .map(type::cast)
                .orElseGet(() -> make(type));
    }

    /** Returns the classes of all created and given beans. */
    Set<Class<?>> made() {
        return known.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private <T> T make(Class<T> type) {
        Class<?> bean = Modifier.isAbstract(type.getModifiers())
                ? candidates.stream()
                        .filter(type::isAssignableFrom)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nothing implements " + type))
                : type;
        T made = type.cast(instance(bean));
        known.add(made);
        for (Field field : bean.getDeclaredFields()) {
            ConfigProperty setting = field.getAnnotation(ConfigProperty.class);
            if (setting != null) {
                Wiring.set(made, field.getName(), value(setting.name(), field.getType()));
            } else if (field.isAnnotationPresent(Inject.class)
                    || field.isAnnotationPresent(PersistenceContext.class)
                    || field.isAnnotationPresent(Resource.class)) {
                Wiring.set(made, field.getName(), get(field.getType()));
            }
        }
        return made;
    }

    private static Object instance(Class<?> bean) {
        try {
            Constructor<?> constructor = bean.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(String name, Class<?> type) {
        String text = settings.get(name);
        if (type == Optional.class) {
            return Optional.ofNullable(text);
        }
        if (text == null) {
            throw new IllegalStateException("There is no setting " + name);
        }
        return switch (type.getName()) {
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
