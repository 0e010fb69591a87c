package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets a request with a key be done once, in the transaction of what it does. */
@ApplicationScoped
class OncePerKey {
    private final DatabaseClock clock;

    OncePerKey(DatabaseClock clock) {
        this.clock = clock;
    }

    /**
     * What a request is about.
     *
     * @param hub the hub that it is about; null for none
     * @param made the id of what it makes beside; null for nothing
     */
    record Subject(String hub, String made) {}

    /**
     * Does it, unless it was done.
     *
     * @param again answers a repeated request from what the first one was about
     */
    <T> Uni<T> once(
            Mutiny.Session session,
            IdempotencyKey key,
            Subject subject,
            Function<Subject, Uni<T>> again,
            Supplier<Uni<T>> first) {
        return claim(session, key)
                .chain(() ->
                        session.find(IdempotencyRow.class, new IdempotencyRow.Place(key.organisation(), key.key())))
                .chain(earlier -> {
                    if (earlier != null) {
                        return again.apply(earlier.mustBeFor(subject.hub(), key));
                    }
                    return first.get().call(() -> remember(session, subject, key));
                });
    }

    /** Two requests with one key at the same instant: the second is told to come back, not kept waiting. */
    private static Uni<Void> claim(Mutiny.Session session, IdempotencyKey key) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                .setParameter("key", key.organisation() + "/" + key.key())
                .getSingleResult()
                .invoke(mine -> {
                    if (!mine) {
                        throw Refused.because("IDEMPOTENCY_KEY_IN_USE");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> remember(Mutiny.Session session, Subject subject, IdempotencyKey key) {
        return clock.now(session).chain(now -> session.persist(new IdempotencyRow(key, subject, now)));
    }
}
