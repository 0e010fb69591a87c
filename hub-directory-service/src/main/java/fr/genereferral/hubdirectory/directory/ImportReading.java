package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Paris;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Reads thousands of rows beside the event loop, which others wait for, and comes back to it. */
@ApplicationScoped
class ImportReading {
    private final Vertx vertx;
    private final Clock clock;

    ImportReading(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** @param file whether it is one, or else JSON */
    Uni<ImportRows.Read> read(byte[] body, boolean file) {
        var today = Paris.dayOf(clock.instant());
        return Uni.createFrom().completionStage(() -> vertx.executeBlocking(
                        () -> (file ? CsvRows.of(body) : JsonRows.of(body)).read(today), false)
                .toCompletionStage());
    }
}
