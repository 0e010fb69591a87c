package fr.genereferral.bench.database;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads a column as the type in which the Vert.x client writes it. */
final class Values {
    private Values() {}

    static Object read(ResultSet row, int column, String type) throws SQLException {
        return switch (type) {
            case "timestamptz" -> row.getObject(column, OffsetDateTime.class);
            case "date" -> row.getObject(column, LocalDate.class);
            case "bytea" -> {
                var bytes = row.getBytes(column);
                yield bytes == null ? null : Buffer.buffer(bytes);
            }
            case "json", "jsonb" -> {
                var text = row.getString(column);
                yield text == null ? null : Json.decodeValue(text);
            }
            default -> row.getObject(column);
        };
    }
}
