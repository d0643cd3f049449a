package dev.orderflow.audit;

import dev.orderflow.audit.sources.AuditTarget;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Databases with the schemas of the services and the gateway, filled with valid orders of every outcome. */
final class AuditedDatabases {

    /** Past the triggers that keep a ledger. */
    private static final String CLEAR = """
            do $$ begin execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
            from pg_tables where schemaname = 'public' and tablename not like 'schema_history%'); end $$""";

    /** Whose books they are. */
    enum Owner {
        ORDER(ServiceName.ORDER),
        INVENTORY(ServiceName.INVENTORY),
        PAYMENT(ServiceName.PAYMENT),
        GATEWAY(null);

        private final @Nullable ServiceName service;

        Owner(@Nullable ServiceName service) {
            this.service = service;
        }

        Database database(Backends backends) {
            return service == null ? backends.gatewayDatabase() : backends.database(service);
        }

        Database admin(Backends backends) {
            return service == null ? backends.adminGatewayDatabase() : backends.adminDatabase(service);
        }

        String module() {
            return service == null ? "gateway-simulator" : service.module();
        }
    }

    private final Backends backends = TestEnvironment.backends();

    AuditedDatabases() {
        for (ServiceName service : ServiceName.values()) {
            ServiceSchema.migrate(backends.database(service), service, "messaging", "migration");
        }
        ServiceSchema.migrate(backends.gatewayDatabase(), Path.of("gateway-simulator"), "migration");
    }

    /** Replaces whatever is there by so many orders; ten are one of each kind, the first six of them confirmed. */
    void fill(int orders) {
        for (Owner owner : Owner.values()) {
            plant(owner, CLEAR);
            String name = owner.database(backends).name();
            execute(owner, script(name).replace(":orders", Integer.toString(orders)));
        }
    }

    /** The order of that number. */
    static String order(int number) {
        return "0198c0de-0000-7000-8000-%012x".formatted(number);
    }

    /** Past triggers and foreign keys, which would let nobody plant what is wrong, or clear a ledger. */
    void plant(Owner owner, String sql) {
        execute(owner, "set session_replication_role = replica; " + sql);
    }

    void execute(Owner owner, String sql) {
        owner.admin(backends).execute(sql);
    }

    AuditTarget target() {
        return AuditTarget.of(backends.environment());
    }

    AuditTarget targetWithoutGateway() {
        return AuditTarget.withoutGateway(backends.environment());
    }

    private static String script(String name) {
        try (InputStream in =
                Objects.requireNonNull(AuditedDatabases.class.getResourceAsStream("/books/" + name + ".sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
