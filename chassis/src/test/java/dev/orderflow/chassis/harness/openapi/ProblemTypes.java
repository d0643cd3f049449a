package dev.orderflow.chassis.harness.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of problems that are written in source code, such as {@code /problems/unknown-sku}. */
public final class ProblemTypes {

    private static final Pattern RAISED =
            Pattern.compile("(?:new ProblemException\\(|Problems\\.of\\()\\s*[\\w.]+,\\s*\"([a-z-]+)\"");

    private ProblemTypes() {}

    /** Those in the Java files of a folder and below. */
    public static Set<String> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ProblemTypes::inFile)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inFile(Path file) {
        try {
            return RAISED.matcher(Files.readString(file)).results().map(ProblemTypes::type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(MatchResult raised) {
        return "/problems/" + raised.group(1);
    }
}
