package dev.orderflow.kustomize.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import dev.orderflow.kustomize.manifest.Kustomize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The method and path of every resource method, such as {@code GET /api/orders/{id}}. Read from the sources by the
 * compiler, so new endpoints are found automatically.
 */
final class ApiEndpoints {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String ROOT = "/api";

    private ApiEndpoints() {}

    static Set<String> ofTheServices() {
        List<Path> sources = Stream.of("chassis", "messaging", "order-war", "inventory-war", "payment-war")
                .map(module -> Kustomize.ROOT.resolve(module + "/src/main/java"))
                .flatMap(folder -> RepositorySources.below(folder, "**.java").stream())
                .filter(file -> RepositorySources.text(file).contains("jakarta.ws.rs.Path;"))
                .toList();
        return classes(sources).flatMap(ApiEndpoints::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<ClassTree> classes(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            List<ClassTree> types = Stream.iterate(task.parse().iterator(), units -> units.hasNext(), units -> units)
                    .map(units -> units.next())
                    .flatMap(unit -> unit.getTypeDecls().stream())
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .toList();
            return types.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips interfaces, which are clients of other servers. */
    private static Stream<String> of(ClassTree type) {
        if (type.getKind() != Tree.Kind.CLASS) {
            return Stream.empty();
        }
        String before = ROOT + path(type.getModifiers().getAnnotations(), type);
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(member -> ((MethodTree) member).getModifiers().getAnnotations())
                .flatMap(annotations -> annotations.stream()
                        .map(ApiEndpoints::name)
                        .filter(METHODS::contains)
                        .map(method -> method + " " + before + path(annotations, type)));
    }

    /**
     * Returns the path with a leading and without a trailing slash; empty if there is none. The expression of a
     * template is omitted.
     */
    private static String path(List<? extends AnnotationTree> annotations, ClassTree type) {
        return annotations.stream()
                .filter(annotation -> name(annotation).equals("Path"))
                .map(annotation -> text(value(annotation), type).replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"))
                .map(path -> ("/" + path).replaceAll("/+", "/").replaceAll("/$", ""))
                .collect(Collectors.joining());
    }

    private static String name(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString();
    }

    private static ExpressionTree value(AnnotationTree annotation) {
        ExpressionTree argument = annotation.getArguments().getFirst();
        return argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    }

    /** Returns the value of a literal or of a constant of the class. */
    private static String text(ExpressionTree expression, ClassTree type) {
        return switch (expression) {
            case LiteralTree literal -> (String) literal.getValue();
            case IdentifierTree constant -> constant(constant.getName().toString(), type);
            case MemberSelectTree constant -> constant(constant.getIdentifier().toString(), type);
            default -> throw new IllegalStateException("a path that is no constant: " + expression);
        };
    }

    private static String constant(String name, ClassTree type) {
        Optional<String> value = type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getName().contentEquals(name))
                .map(field -> text(field.getInitializer(), type))
                .findFirst();
        return value.orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no constant " + name));
    }
}
