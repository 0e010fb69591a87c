package fr.genereferral.e2e.check;

import fr.genereferral.local.LocalSystem;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The databases as the superuser sees them: no row-level policy hides anything. */
public record Tables(LocalSystem system) {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> read(String database, String query, Row<T> reader) {
        var url = system.platform().database(database).jdbcUrl();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The checker cannot read " + database, e);
        }
    }

    /** The first column. */
    public List<String> texts(String database, String query) {
        return read(database, query, row -> row.getString(1));
    }

    /** Each row of the query breaks the invariant; its first column says which one it is. */
    public List<Violation> violations(String invariant, String what, String database, String query) {
        return texts(database, query).stream()
                .map(id -> new Violation(invariant, what + ": " + id))
                .toList();
    }
}
