package dev.orderflow.audit;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The schema of a service: the migrations in its sources, applied as the service does. */
final class ServiceSchema {

    private static final Path ROOT = Path.of(System.getProperty("orderflow.root"));

    private ServiceSchema() {}

    static void migrate(Database database, ServiceName service, String... folders) {
        migrate(database, Path.of(service.module()), folders);
    }

    /** Of a module that has the folders, or else of the library that brings them. */
    static void migrate(Database database, Path module, String... folders) {
        for (String folder : folders) {
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .locations("filesystem:" + source(module, folder))
                    .table("schema_history_" + folder)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .validateOnMigrate(!folder.equals("sample"))
                    .load()
                    .migrate();
        }
    }

    private static Path source(Path own, String folder) {
        Path inModule = Path.of("src/main/resources/db", folder);
        Path ofOwn = ROOT.resolve(own).resolve(inModule);
        if (Files.isDirectory(ofOwn)) {
            return ofOwn;
        }
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(inModule))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No module has " + inModule));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
