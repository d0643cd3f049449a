package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.localstack.server.LibertyServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The log of a server from a certain time on. */
final class ServerLog {

    private final LibertyServer server;
    private final long begin;

    private ServerLog(LibertyServer server, long begin) {
        this.server = server;
        this.begin = begin;
    }

    static ServerLog fromNow(LibertyServer server) {
        return new ServerLog(server, server.logFile().toFile().length());
    }

    List<String> lines() {
        try (InputStream log = Files.newInputStream(server.logFile())) {
            log.skipNBytes(begin);
            return new String(log.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String part) {
        return lines().stream().filter(line -> line.contains(part)).count();
    }

    /** Returns the stack frames in log records of a package's loggers. */
    List<String> stacksBy(String loggers) {
        List<String> stacks = new ArrayList<>();
        boolean theirs = false;
        for (String line : lines()) {
            boolean record = line.startsWith("[");
            theirs = record ? line.contains(" id=         " + loggers) : theirs;
            if (theirs && line.stripLeading().startsWith("at ")) {
                stacks.add(line);
            }
        }
        return stacks;
    }
}
