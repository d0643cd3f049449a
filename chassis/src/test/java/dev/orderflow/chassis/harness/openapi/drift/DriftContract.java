package dev.orderflow.chassis.harness.openapi.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import dev.orderflow.chassis.harness.openapi.ProblemTypes;
import dev.orderflow.chassis.harness.openapi.ResourceMethods;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document of a service is complete and matches its classes. Each service extends this test. */
public abstract class DriftContract {

    private static final String DEAD_LETTERS = "dev.orderflow.messaging.deadletters";

    private final OpenApiDocument document = OpenApiDocument.ofBuild();
    private final Set<String> shared = OpenApiDocument.ofChassis().sharedResponses();
    private final JavaTypes types;
    private final Map<String, Method> methods;
    private final TypeDrift typeDrift;

    /**
     * @param resources the package that contains the resources of the service
     * @param types the types of all schemas except foreign ones
     */
    protected DriftContract(String resources, JavaTypes types) {
        this.types = types;
        this.methods = ResourceMethods.in(resources, DEAD_LETTERS);
        this.typeDrift = new TypeDrift(document, types);
    }

    /** Names of schemas without a Java type: another company defines the data. */
    protected Set<String> foreign() {
        return Set.of();
    }

    @Test
    protected void nothing_is_missing_that_a_reader_needs() {
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    protected void every_example_is_of_its_schema() {
        assertThat(document.brokenExamples()).isEmpty();
    }

    @Test
    protected void every_problem_that_the_code_raises_is_documented_and_no_other() {
        Set<String> raised = raised();
        raised.addAll(document.problemTypesOfStatuses());
        assertThat(document.problemTypes()).isEqualTo(raised);
    }

    /** Returns the types of problems that the code of the service raises, as a set of its own. */
    protected Set<String> raised() {
        Set<String> raised = ProblemTypes.in(Path.of("src/main/java"));
        raised.addAll(ProblemTypes.in(Path.of("../chassis/src/main/java")));
        raised.addAll(ProblemTypes.in(Path.of("../messaging/src/main/java")));
        return raised;
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
                                        ownStatuses(operation)))))
                .isEmpty();
    }

    /** Excludes responses that are shared by all services: most of them are raised outside of resources. */
    private Set<String> ownStatuses(Operation operation) {
        return operation.statuses().stream()
                .filter(status -> !shared.contains(operation.reference(status)))
                .collect(Collectors.toSet());
    }

    private static boolean isOfResources(String packageName) {
        return packageName.contains(".rest") || packageName.startsWith("dev.orderflow.chassis.http");
    }

    private static Stream<String> missing(String complaint, Set<String> there, Set<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing.stream().map(status -> complaint + status);
    }

    private Stream<Operation> operations() {
        return document.operations().stream().filter(operation -> methods.containsKey(operation.toString()));
    }

    private Method method(Operation operation) {
        return Objects.requireNonNull(methods.get(operation.toString()));
    }
}
