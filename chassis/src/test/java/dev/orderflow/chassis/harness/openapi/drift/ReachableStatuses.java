package dev.orderflow.chassis.harness.openapi.drift;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** The statuses that the code below a resource method names, or that JAX-RS answers for it. */
final class ReachableStatuses {

    private static final Map<String, Integer> BUILDERS =
            Map.of("ok", 200, "created", 201, "accepted", 202, "noContent", 204, "notModified", 304);

    /** Of {@link ProblemException}, which is not initialised here, because it needs a JAX-RS runtime. */
    private static final int UNPROCESSABLE_CONTENT = 422;

    private final JavaClasses classes;
    private final Predicate<String> isFollowed;

    /** @param isFollowed tells by the name of a package whether calls into it are followed */
    ReachableStatuses(JavaClasses classes, Predicate<String> isFollowed) {
        this.classes = classes;
        this.isFollowed = isFollowed;
    }

    Set<String> from(Method method) {
        Set<Integer> statuses = new TreeSet<>();
        JavaCodeUnit start =
                classes.get(method.getDeclaringClass()).getMethod(method.getName(), method.getParameterTypes());
        follow(start, statuses, new HashSet<>());
        implied(method, statuses);
        Set<String> texts = new TreeSet<>();
        statuses.forEach(status -> texts.add(Integer.toString(status)));
        return texts;
    }

    private void follow(JavaCodeUnit unit, Set<Integer> statuses, Set<JavaCodeUnit> visited) {
        if (!visited.add(unit)) {
            return;
        }
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            named(access, statuses);
            if (access.getTarget() instanceof CodeUnitAccessTarget target
                    && isFollowed.test(target.getOwner().getPackageName())) {
                target.resolveMember().ifPresent(next -> follow(next, statuses, visited));
            }
        }
    }

    private static void named(JavaAccess<?> access, Set<Integer> statuses) {
        String owner = access.getTarget().getOwner().getFullName();
        String name = access.getTarget().getName();
        if (owner.equals(Status.class.getName()) && isConstant(name)) {
            statuses.add(Status.valueOf(name).getStatusCode());
        } else if (owner.equals(ProblemException.class.getName()) && name.equals("UNPROCESSABLE_CONTENT")) {
            statuses.add(UNPROCESSABLE_CONTENT);
        } else if (owner.equals(Response.class.getName()) && BUILDERS.containsKey(name)) {
            statuses.add(BUILDERS.get(name));
        }
    }

    private static boolean isConstant(String name) {
        return Arrays.stream(Status.values()).anyMatch(status -> status.name().equals(name));
    }

    private static void implied(Method method, Set<Integer> statuses) {
        boolean isSuspended = Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(Suspended.class));
        if (method.getReturnType() == void.class && !isSuspended) {
            statuses.add(Status.NO_CONTENT.getStatusCode());
        } else if (method.getReturnType() != Response.class) {
            statuses.add(Status.OK.getStatusCode());
        }
        boolean hasId = Arrays.stream(method.getParameters())
                .anyMatch(parameter ->
                        parameter.isAnnotationPresent(PathParam.class) && parameter.getType() == UUID.class);
        if (hasId) {
            statuses.add(Status.NOT_FOUND.getStatusCode());
        }
    }
}
