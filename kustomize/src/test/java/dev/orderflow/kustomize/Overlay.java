package dev.orderflow.kustomize;

import dev.orderflow.kustomize.manifest.Kustomize;
import java.nio.file.Path;

/** The rendered folders. */
final class Overlay {

    static final Path DEV = Kustomize.FOLDER.resolve("overlays/dev");
    static final Path PROD = Kustomize.FOLDER.resolve("overlays/prod");

    private Overlay() {}

    /** Returns an overlay for tests only. */
    static Path test(String name) {
        return Kustomize.FOLDER.resolve("src/test/overlays").resolve(name);
    }
}
