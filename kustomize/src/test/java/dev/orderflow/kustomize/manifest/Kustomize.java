package dev.orderflow.kustomize.manifest;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Renders like {@code kubectl apply -k}. Tests are skipped with a message if neither kubectl nor kustomize is
 * installed.
 */
public final class Kustomize {

    public static final Path ROOT = Path.of(System.getProperty("orderflow.root", ".."));
    public static final Path FOLDER = ROOT.resolve("kustomize");

    private static final Map<Path, Manifests> RENDERED = new ConcurrentHashMap<>();

    private Kustomize() {}

    /** Returns the strictly parsed manifests of a kustomization. Cached. */
    public static Manifests render(Path kustomization) {
        return RENDERED.computeIfAbsent(kustomization, folder -> StrictYaml.read(text(folder)));
    }

    /**
     * Creates a kustomization from an overlay and additional YAML, in a folder of this module, because Kustomize
     * accepts only relative paths.
     */
    public static Path laidOver(Path overlay, String name, String more) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("target").resolve(name));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s]
                %s""".formatted(folder.relativize(overlay), more));
        return folder;
    }

    /** Returns the rendered YAML. */
    public static String text(Path kustomization) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            Process process = new ProcessBuilder(command(kustomization))
                    .redirectError(errors.toFile())
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String said = Files.readString(errors);
            Files.delete(errors);
            if (status != 0 || !said.isBlank()) {
                throw new IllegalStateException(kustomization + " does not render cleanly: " + said);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while kustomize rendered " + kustomization, e);
        }
    }

    private static List<String> command(Path kustomization) {
        String folder = kustomization.toString();
        if (isInstalled("kubectl")) {
            return List.of("kubectl", "kustomize", folder);
        }
        if (isInstalled("kustomize")) {
            return List.of("kustomize", "build", folder);
        }
        return abort("SKIPPED: no manifest was tested, because neither kubectl nor kustomize is on the path");
    }

    public static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
