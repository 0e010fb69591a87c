package fr.genereferral.hubdirectory.seed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.PGConnection;

/** Copies the files of {@code directory/} into the tables of V1; the header of a file names the columns. */
class DirectorySeed implements JavaMigration {
    /** In the order that foreign keys ask for. */
    private static final String[][] TABLES = {
        {"departement", "departements"},
        {"hospital", "hospitals"},
        {"landmass", "landmasses"},
        {"place", "places"},
        {"leg", "legs"},
        {"routing_parameters", "routing_parameters"},
        {"hub", "hubs"},
        {"accreditation", "accreditations"}
    };

    private static final String NAMES = """
            update hub set name = h.name, city = h.city from hospital h where h.finess_et = hub.id;
            alter table hub alter column name set not null, alter column city set not null;
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "directory seed";
    }

    /** None: a corrected file is news for a later migration, not a reason to refuse to start. */
    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        for (var table : TABLES) {
            copy(connection, table[0], "/directory/" + table[1] + ".csv");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(NAMES);
        }
    }

    private static void copy(Connection connection, String table, String file) throws SQLException, IOException {
        try (var reader = open(file)) {
            var columns = reader.readLine();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin with (format csv)", (Reader) reader);
        }
    }

    private static BufferedReader open(String file) {
        var stream = Objects.requireNonNull(DirectorySeed.class.getResourceAsStream(file), file);
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
