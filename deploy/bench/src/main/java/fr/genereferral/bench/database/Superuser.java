package fr.genereferral.bench.database;

import fr.genereferral.local.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One database as its superuser sees it: every row, whoever may read it. For looking and for emptying, never for speed. */
public final class Superuser {
    static final String ROLE = "postgres";
    private static final String PUBLIC_TABLES = """
            select tablename from pg_tables
            where schemaname = 'public' and tablename <> 'flyway_schema_history'
            order by tablename
            """;

    private final String url;

    public Superuser(Database database) {
        url = database.jdbcUrl();
    }

    /** How one row is read. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(String sql, Reader<T> reader) {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String sql) {
        return query(sql, row -> row.getLong(1)).get(0);
    }

    public void execute(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public List<String> tables() {
        return query(PUBLIC_TABLES, row -> row.getString(1));
    }

    /** What a result cannot be read without. */
    public Map<String, String> settings(List<String> names) {
        var settings = new LinkedHashMap<String, String>();
        names.forEach(name -> settings.put(
                name, query("show " + name, row -> row.getString(1)).get(0)));
        return settings;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, ROLE, "");
    }
}
