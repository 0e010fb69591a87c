package fr.genereferral.e2e.anonymity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Rows of a patient that PostgreSQL refuses. Values come as parameters, as the services send them; left to itself it would quote in
 * its log the row that does not fit, or the key that is there already.
 */
final class Violations {
    private static final String DATABASE = "referral";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Databases databases;
    private final Path log;

    Violations(IdentityPlatform platform, Databases databases) {
        this.databases = databases;
        log = platform.data().resolve("logs/postgres.log");
    }

    /** @param referral theirs: it has a document, and a request that it came with */
    void force(Patient patient, String referral) throws SQLException {
        missing(patient);
        unfit(patient, referral);
        takenKeys(referral);
        takenName(patient);
    }

    private void missing(Patient patient) throws SQLException {
        var insert = "insert into dossier (referral_id, version, document, received_at)"
                + " values (gen_random_uuid(), 1, ?::text || ?::text, null)";
        refused(
                "23502",
                "null value in column \"received_at\" of relation \"dossier\" violates not-null constraint",
                insert,
                patient.name(),
                patient.body().toString());
    }

    /** The row has sealed values, and now a name that is none. */
    private void unfit(Patient patient, String referral) throws SQLException {
        refused(
                "23514",
                "new row for relation \"document\" violates check constraint \"document_type_check\"",
                "update document set type = ?::text where referral_id = ?::uuid",
                patient.name(),
                referral);
    }

    /** By these hashes it is known again: they belong into no log either. */
    private void takenKeys(String referral) throws SQLException {
        refused(
                "23505",
                "duplicate key value violates unique constraint \"idempotency_pkey\"",
                "insert into idempotency select * from idempotency where referral_id = ?::uuid",
                referral);
        refused(
                "23505",
                "duplicate key value violates unique constraint \"patient_mark_pkey\"",
                "insert into patient_mark select * from patient_mark where referral_id = ?::uuid",
                referral);
        var hashes = databases.select(
                DATABASE,
                "select key from idempotency where referral_id = '%1$s' union all".formatted(referral)
                        + " select mark from patient_mark where referral_id = '%1$s'".formatted(referral));
        assertFalse(hashes.isEmpty());
        var written = read();
        hashes.forEach(hash -> assertFalse(written.contains(hash), hash));
    }

    /** In a table that ends with its session: the row is on the page before the key is looked at, and no page of this one is kept. */
    private void takenName(Patient patient) throws SQLException {
        try (var connection = databases.open(DATABASE);
                var statement = connection.createStatement()) {
            statement.execute("create temp table named_once (name text primary key)");
            refused(
                    connection,
                    "23505",
                    "duplicate key value violates unique constraint \"named_once_pkey\"",
                    "insert into named_once values (?), (?)",
                    patient.name(),
                    patient.name());
        }
    }

    private void refused(String state, String reason, String sql, String... values) throws SQLException {
        try (var connection = databases.open(DATABASE)) {
            refused(connection, state, reason, sql, values);
        }
    }

    /** And its log says so. */
    private void refused(Connection connection, String state, String reason, String sql, String... values) {
        var before = count(reason);
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
            throw new IllegalStateException("taken: " + sql);
        } catch (SQLException e) {
            assertEquals(state, e.getSQLState(), e.getMessage());
        }
        Awaitility.await(reason).atMost(PATIENCE).until(() -> count(reason) > before);
    }

    private long count(String reason) {
        return read().lines().filter(line -> line.contains("ERROR:  " + reason)).count();
    }

    private String read() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
