package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a transaction and says for whom, before anything else runs in it: the row-level policies read it. */
@ApplicationScoped
class Transactions {
    private final Mutiny.SessionFactory sessions;

    Transactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    <T> Uni<T> as(Rights rights, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(session -> become(session, rights).chain(() -> work.apply(session)));
    }

    /** For the rest of the transaction. */
    Uni<Void> become(Mutiny.Session session, Rights rights) {
        return session.createNativeQuery("select set_config('app.orgs', :orgs, true)", String.class)
                .setParameter("orgs", rights.setting())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Joins the inbox's transaction, which has already said that it is the platform's. */
    <T> Uni<T> join(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(work);
    }
}
