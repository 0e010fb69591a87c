package fr.genereferral.hubdirectory.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.ServiceTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** A batch grows slower with every row when its statements keep the plan that they had while a table was empty. */
@ServiceTest
class StatementPlansTest {
    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void areMadeForWhatTheTablesHold() throws Throwable {
        var mode = VertxContextSupport.subscribeAndAwait(() -> sessions.withSession(session ->
                session.createNativeQuery("show plan_cache_mode", String.class).getSingleResult()));

        assertEquals("force_custom_plan", mode);
    }
}
