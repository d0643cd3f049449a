package dev.orderflow.chassis.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits the lines of a source file. Skips classes in jars: the module that has their source checks them. */
final class ShortSource extends ArchCondition<JavaClass> {

    private final int mostLines;

    ShortSource(int mostLines) {
        super("have at most %d lines of source", mostLines);
        this.mostLines = mostLines;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        source(type).ifPresent(source -> {
            long lines = lines(source);
            if (lines > mostLines) {
                events.add(SimpleConditionEvent.violated(type, "%s has %d lines".formatted(type.getName(), lines)));
            }
        });
    }

    private static Optional<Path> source(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri())
                .filter(uri -> uri.getScheme().equals("file"))
                .map(uri -> Path.of(uri.getPath()
                        .replace("/target/classes/", "/src/main/java/")
                        .replace("/target/test-classes/", "/src/test/java/")
                        .replaceFirst("\\.class$", ".java")));
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
