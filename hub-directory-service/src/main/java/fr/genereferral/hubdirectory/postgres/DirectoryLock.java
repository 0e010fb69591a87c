package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps placements and the taking away of an accreditation apart, until the transaction ends: else an offer could be made
 * to a hub at the instant at which it loses what it is asked for, and nobody would take it back. It is taken before any
 * placement is locked, so that the two never wait for each other.
 */
final class DirectoryLock {
    private static final String SHARED = "pg_advisory_xact_lock_shared";
    private static final String NAME = "hashtextextended('directory', 0)";

    private DirectoryLock() {}

    /** For those that decide from the directory: any number at once. */
    static Uni<Void> shared(Mutiny.Session session) {
        return take(session, SHARED);
    }

    /** The same for a transaction that from here on acts for somebody else: with one question for both. */
    static Uni<Void> sharedBy(Mutiny.Session session, Rights rights) {
        return session.createNativeQuery(
                        "select concat(" + Transactions.SPEAKING_FOR + ", " + SHARED + "(" + NAME + "))", String.class)
                .setParameter("orgs", rights.setting())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** For the one that takes away. */
    static Uni<Void> alone(Mutiny.Session session) {
        return take(session, "pg_advisory_xact_lock");
    }

    private static Uni<Void> take(Mutiny.Session session, String function) {
        return session.createNativeQuery("select cast(" + function + "(" + NAME + ") as text)", String.class)
                .getSingleResult()
                .replaceWithVoid();
    }
}
