package dev.orderflow.audit;

import dev.orderflow.localstack.Backends;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.TestEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The three databases with the services' own schemas, filled with orders that have ended in every way, all as they must. */
final class Books {

    private static final String CLEAR = """
            do $$ begin execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
            from pg_tables where schemaname in ('public', 'gateway') and tablename not like 'schema_history%'); end $$""";

    private final Backends backends = TestEnvironment.backends();

    Books() {
        for (ServiceName service : ServiceName.values()) {
            Schema.migrate(backends.database(service), service, "messaging", "migration");
        }
    }

    /** Replaces whatever is there by so many orders; ten are one of each kind, the first six of them confirmed. */
    void fill(int orders) {
        for (ServiceName service : ServiceName.values()) {
            plant(service, CLEAR);
            execute(service, script(service.database()).replace(":orders", Integer.toString(orders)));
        }
    }

    /** The order of that number. */
    static String order(int number) {
        return "0198c0de-0000-7000-8000-%012x".formatted(number);
    }

    /** Past triggers and foreign keys, which would let nobody plant what is wrong, or clear a ledger. */
    void plant(ServiceName service, String sql) {
        execute(service, "set session_replication_role = replica; " + sql);
    }

    void execute(ServiceName service, String sql) {
        backends.adminDatabase(service).execute(sql);
    }

    Target target() {
        return Target.of(backends.environment());
    }

    private static String script(String name) {
        try (InputStream in = Objects.requireNonNull(Books.class.getResourceAsStream("/books/" + name + ".sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
