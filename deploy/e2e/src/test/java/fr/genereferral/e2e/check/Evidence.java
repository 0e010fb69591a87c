package fr.genereferral.e2e.check;

import fr.genereferral.local.LocalSystem;

/** What the invariants are judged by: the book of the clients, and the platform as it can be read from outside. */
public final class Evidence implements AutoCloseable {
    private final LocalSystem system;
    private final ClientBook book;
    private final Tables tables;
    private final Topics topics;
    private Ledger ledger;

    Evidence(LocalSystem system, ClientBook book) {
        this.system = system;
        this.book = book;
        tables = new Tables(system);
        topics = new Topics(system.platform().kafkaBootstrapServers());
    }

    public LocalSystem system() {
        return system;
    }

    public ClientBook book() {
        return book;
    }

    public Tables tables() {
        return tables;
    }

    /** As it was at the last look; the first asker looks. */
    Ledger ledger() {
        return ledger == null ? look() : ledger;
    }

    Ledger look() {
        ledger = Ledger.read(tables, topics);
        return ledger;
    }

    @Override
    public void close() {
        topics.close();
    }
}
