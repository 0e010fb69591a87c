package fr.genereferral.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** A database as one of its roles sees it. */
public record Sql(Database database, Credentials role) {
    private static final String OUTBOX = """
            create table outbox (
              id uuid primary key, aggregatetype text not null, aggregateid text not null, type text not null,
              source text not null, time text not null, specversion text not null default '1.0',
              datacontenttype text not null default 'application/json', sequence bigint not null, payload text not null);
            grant select on outbox to %1$s_cdc;
            grant select, insert on outbox to %1$s;
            alter table outbox enable row level security;
            alter table outbox force row level security;
            create policy outbox_new on outbox for insert with check (true);
            create policy outbox_carried on outbox for select to %1$s_cdc using (true);
            """;

    public static Sql owner(Database database) {
        return new Sql(database, database.owner());
    }

    public static Sql service(Database database) {
        return new Sql(database, database.service());
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role.user(), role.password());
    }

    public void run(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String one(String query) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    /** As a service's migrations make it, but for the publication. */
    public void makeOutbox() throws SQLException {
        run(OUTBOX.formatted(database.name()));
    }

    public void publishOutbox() throws SQLException {
        run("create publication outbox_publication for table outbox with (publish = 'insert')");
    }

    public UUID write(String aggregateType, String aggregate, int sequence) throws SQLException {
        var id = UUID.randomUUID();
        run("insert into outbox (id, aggregatetype, aggregateid, type, source, time, sequence, payload) values "
                + "('%s', '%s', '%s', 'ReferralSubmitted.v1', '/referral-service', '2026-11-23T10:00:00Z', %d, '{\"n\": %d}')"
                        .formatted(id, aggregateType, aggregate, sequence, sequence));
        return id;
    }
}
