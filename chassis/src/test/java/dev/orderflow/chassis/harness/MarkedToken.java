package dev.orderflow.chassis.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.server.LibertyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * For integration tests: a payment token that exists once, and every place where nobody may find it. Only the tables, and the topics
 * that carry the saga, may hold it.
 */
public final class MarkedToken {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What a server keeps beside its logs: its data, and what it unpacked. */
    private static final Set<String> NO_LOGS = Set.of("data", "workarea", "shared", "apps");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String value = "tok_marked_" + UUID.randomUUID();
    private final List<LibertyServer> servers;
    private final Database database;
    private final Path home;

    /**
     * @param home of the servers and their backends, where all of them write
     * @param servers all that may be given the events; the first is asked what any of them may be asked
     */
    public MarkedToken(Database database, Path home, LibertyServer... servers) {
        this.servers = List.of(servers);
        this.database = database;
        this.home = home;
    }

    @Override
    public String toString() {
        return value;
    }

    /** A condition of SQL: the column says nothing of this token. */
    public String isNotIn(String column) {
        return "position('" + value + "' in coalesce(" + column + ", '')) = 0";
    }

    /** While work runs, PostgreSQL refuses rows of the table that break the condition, and names the constraint. */
    public void whileRefused(String table, String constraint, String condition, Runnable work) {
        whileRefused(database, table, constraint, condition, work);
    }

    /** The same in another database. */
    public void whileRefused(Database owner, String table, String constraint, String condition, Runnable work) {
        owner.execute("alter table %s add constraint %s check (%s) not valid".formatted(table, constraint, condition));
        try {
            work.run();
        } finally {
            owner.execute("alter table %s drop constraint %s".formatted(table, constraint));
        }
    }

    /** Returns the answer, which has the token neither in its body nor in a header. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** The same. */
    public HttpResponse<String> post(String path, String json) {
        return post(servers.getFirst(), path, json);
    }

    private HttpResponse<String> post(LibertyServer server, String path, String json) {
        return send(HttpRequest.newBuilder(server.baseUri().resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Operator", "on-call")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI uri(String path) {
        return servers.getFirst().baseUri().resolve(path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).as(answer.request().uri().toString()).doesNotContain(value);
            assertThat(answer.headers().map().toString()).doesNotContain(value);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Waits until an event is set aside, has it parked as an operator does, and returns the id of its dead letter. The
     * list of what is set aside has the event and not the token.
     */
    public UUID park(UUID eventId) {
        await("an event that is set aside")
                .atMost(LIMIT)
                .until(() -> servers.stream().anyMatch(server -> isParked(server, eventId)));
        return awaitParked(eventId);
    }

    private boolean isParked(LibertyServer server, UUID eventId) {
        String list = send(HttpRequest.newBuilder(server.baseUri().resolve("/api/set-aside")))
                .body();
        return list.contains(eventId.toString())
                && post(server, "/api/set-aside/" + eventId + "/park", "").statusCode() == 204;
    }

    /** Waits for the dead letter of an event; returns its id. */
    public UUID awaitParked(UUID eventId) {
        String ofEvent = " from dead_letter where event_id = '%s'".formatted(eventId);
        await("a dead letter").atMost(LIMIT).until(() -> database.number("select count(*)" + ofEvent) == 1);
        return database.value(UUID.class, "select id" + ofEvent);
    }

    /**
     * Asks for a dead letter in every way that there is; no answer has the token. While it is asked, a redrive must fail for the
     * same cause.
     *
     * @param cause what the letter says of why it is here, among other things
     * @return what the letter shows of the record
     */
    public String requireMaskedIn(UUID letter, String... cause) {
        String path = "/api/dead-letters/" + letter;
        String shown = get(path).body();
        assertThat(shown).contains(cause).contains("***");
        assertThat(get("/api/dead-letters?limit=100").body()).contains(letter.toString());
        assertThat(post(path + "/redrive?dryRun=true", "").body())
                .contains("FAILED")
                .contains(cause);
        assertThat(post(path + "/redrive", "").body()).contains("FAILED").contains(cause);
        String these = "{\"ids\": [\"%s\"]}".formatted(letter);
        assertThat(post("/api/dead-letters/redrive?dryRun=true", these).body()).contains("FAILED");
        assertThat(post("/api/dead-letters/redrive", these).body()).contains("FAILED");
        assertThat(get(path).body()).contains("DRY_RUN", "REDRIVE").contains(cause);
        requireNowhere();
        return shown;
    }

    /** Neither in a cause or history that a dead letter keeps, nor in anything that a server or backend has logged. */
    public void requireNowhere() {
        assertThat(database.number("select count(*) from dead_letter where not " + isNotIn("cause")))
                .isZero();
        assertThat(database.number("select count(*) from dead_letter_action where not " + isNotIn("detail")))
                .isZero();
        assertThat(filesThatHoldIt()).isEmpty();
    }

    private List<Path> filesThatHoldIt() {
        List<Path> found = new ArrayList<>();
        List<Path> read = new ArrayList<>();
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NO_LOGS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    read.add(file);
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(value)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(read)
                .as("what was searched")
                .containsAll(servers.stream().map(LibertyServer::logFile).toList());
        return found;
    }
}
