package dev.orderflow.chassis.harness.openapi.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import dev.orderflow.chassis.harness.openapi.ResourceMethods;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of a service says what its classes say; a service runs it against its own. */
public abstract class DriftContract {

    private static final String DEAD_LETTERS = "dev.orderflow.messaging.deadletters";

    /** Shared by all operations, and raised outside of resources. */
    private static final Set<String> ANYWHERE =
            Set.of("400", "403", "406", "408", "413", "414", "415", "421", "431", "500", "503");

    private final OpenApiDocument document = OpenApiDocument.ofBuild();
    private final JavaTypes types;
    private final Map<String, Method> methods;
    private final TypeDrift typeDrift;

    /**
     * @param resources package of the service's resources
     * @param types of all schemas but those of other companies
     */
    protected DriftContract(String resources, JavaTypes types) {
        this.types = types;
        this.methods = ResourceMethods.in(resources, DEAD_LETTERS);
        this.typeDrift = new TypeDrift(document, types);
    }

    /** Schemas of what others send, of which there is no Java type. */
    protected Set<String> foreign() {
        return Set.of();
    }

    @Test
    protected void every_schema_describes_a_type_and_every_type_has_a_schema() {
        Set<String> known = new TreeSet<>(types.schemas().keySet());
        known.addAll(foreign());
        assertThat(document.schemas().keySet()).isEqualTo(known);
    }

    @Test
    protected void every_schema_has_the_properties_and_limits_of_its_type() {
        assertThat(types.schemas().entrySet().stream()
                        .filter(type -> document.schemas().containsKey(type.getKey()))
                        .flatMap(type -> typeDrift
                                .ofNamed(
                                        type.getKey(), document.schemas().getJsonObject(type.getKey()), type.getValue())
                                .stream()))
                .isEmpty();
    }

    @Test
    protected void every_operation_is_a_method_of_a_resource_and_every_method_an_operation() {
        assertThat(document.operations().stream().map(Operation::toString))
                .containsExactlyInAnyOrderElementsOf(methods.keySet());
    }

    @Test
    protected void every_operation_has_the_parameters_and_bodies_of_its_method() {
        assertThat(operations().flatMap(operation -> MethodDrift.of(operation, method(operation), typeDrift).stream()))
                .isEmpty();
    }

    @Test
    protected void every_documented_status_is_answered_and_every_status_of_a_resource_is_documented() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.orderflow");
        var ofResources = new ReachableStatuses(classes, DriftContract::isOfResources);
        var ofAll = new ReachableStatuses(classes, name -> isOfResources(name) || name.startsWith(DEAD_LETTERS));
        assertThat(operations()
                        .flatMap(operation -> Stream.concat(
                                missing(
                                        operation + " does not document ",
                                        operation.statuses(),
                                        ofResources.from(method(operation))),
                                missing(
                                        operation + " never answers ",
                                        ofAll.from(method(operation)),
                                        operation.statuses()))))
                .isEmpty();
    }

    private static boolean isOfResources(String packageName) {
        return packageName.contains(".rest") || packageName.startsWith("dev.orderflow.chassis.http");
    }

    private static Stream<String> missing(String complaint, Set<String> there, Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        missing.removeAll(ANYWHERE);
        return missing.stream().map(status -> complaint + status);
    }

    private Stream<Operation> operations() {
        return document.operations().stream().filter(operation -> methods.containsKey(operation.toString()));
    }

    private Method method(Operation operation) {
        return Objects.requireNonNull(methods.get(operation.toString()));
    }
}
