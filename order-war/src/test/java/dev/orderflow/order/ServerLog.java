package dev.orderflow.order;

import dev.orderflow.localstack.LibertyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What a server has logged since a moment. */
final class ServerLog {

    private final LibertyServer server;
    private final int begin;

    private ServerLog(LibertyServer server, int begin) {
        this.server = server;
        this.begin = begin;
    }

    static ServerLog fromNow(LibertyServer server) {
        return new ServerLog(server, all(server).size());
    }

    List<String> lines() {
        List<String> all = all(server);
        return all.subList(begin, all.size());
    }

    long count(String part) {
        return lines().stream().filter(line -> line.contains(part)).count();
    }

    /** Of records of the loggers of a package: the frames of the stacks that they log. */
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

    private static List<String> all(LibertyServer server) {
        try {
            return Files.readAllLines(server.logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
