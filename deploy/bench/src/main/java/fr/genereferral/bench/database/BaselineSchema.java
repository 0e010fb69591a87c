package fr.genereferral.bench.database;

import java.util.List;

/**
 * The same tables once more, in the same database: columns, defaults, checks and indexes. Without row-level security and
 * foreign keys, for a bare insert has none, and without the publication, so that nothing of it is sent.
 */
public final class BaselineSchema {
    public static final String NAME = "baseline";

    private final Superuser database;

    public BaselineSchema(Superuser database) {
        this.database = database;
    }

    void create(List<String> tables) {
        database.execute("drop schema if exists baseline cascade; create schema baseline");
        tables.forEach(table ->
                database.execute("create table baseline.%1$s (like public.%1$s including all)".formatted(table)));
    }
}
