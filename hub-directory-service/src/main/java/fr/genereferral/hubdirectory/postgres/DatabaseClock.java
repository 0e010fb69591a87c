package fr.genereferral.hubdirectory.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The database's clock: one for all instances of the service. It is read once the rows are locked, so that what waited
 * for a lock is dated after what it waited for.
 */
@ApplicationScoped
class DatabaseClock {
    Uni<Instant> now(Mutiny.Session session) {
        return session.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
