package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens a transaction and says for whom, before anything else runs in it: the row-level policies read it. */
@ApplicationScoped
class Transactions {
    /** Says for whom, as {@code :orgs}, until the transaction ends. */
    static final String SPEAKING_FOR = "set_config('app.orgs', :orgs, true)";

    private final Mutiny.SessionFactory sessions;

    Transactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    <T> Uni<T> as(Rights rights, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(session -> become(session, rights).chain(() -> work.apply(session)));
    }

    /** The same in a session of its own: transactions that go on at a time on one thread would share the session of that. */
    <T> Uni<T> apart(Rights rights, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.openSession().chain(session -> session.withTransaction(
                        transaction -> become(session, rights).chain(() -> work.apply(session)))
                .eventually(session::close));
    }

    /** From here on the transaction acts for somebody else: a hub's answer changes what is the platform's. */
    Uni<Void> become(Mutiny.Session session, Rights rights) {
        return session.createNativeQuery("select " + SPEAKING_FOR, String.class)
                .setParameter("orgs", rights.setting())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Joins the inbox's transaction, which has already said that it is the platform's. */
    <T> Uni<T> join(Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(work);
    }
}
