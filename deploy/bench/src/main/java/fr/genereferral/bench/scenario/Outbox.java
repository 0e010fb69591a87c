package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.local.process.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The way of a service's events to the others, taken away and given back. */
final class Outbox {
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final Bed bed;
    private final String database;
    private final String slot;
    private final String connector;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param database of the service that speaks */
    Outbox(Bed bed, String database) {
        this.bed = bed;
        this.database = database;
        slot = "outbox_" + database;
        connector = "/connectors/outbox-" + database;
    }

    /** Its events wait in the log of the database. */
    void stop() {
        send("PUT", connector + "/stop");
        awaitFreeSlot();
    }

    void resume() {
        send("PUT", connector + "/resume");
    }

    /** With its slot and what it remembers: a slot that nobody reads would keep the whole log. */
    void disconnect() {
        stop();
        send("DELETE", connector + "/offsets");
        send("DELETE", connector);
        bed.database(database).execute("select pg_drop_replication_slot('" + slot + "')");
    }

    private void awaitFreeSlot() {
        var active = "select count(*) from pg_replication_slots where slot_name = '" + slot + "' and active";
        new Patience("free slot " + slot, TO_STOP)
                .until(() -> bed.database(database).count(active) == 0);
    }

    void connect() {
        bed.system().platform().connect().register(database);
    }

    private void send(String method, String path) {
        var url = bed.system().platform().connect().url() + path;
        var asked = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.noBody())
                .build();
        new Patience("answer to " + method + " " + path, TO_STOP).until(() -> {
            try {
                return http.send(asked, BodyHandlers.discarding()).statusCode() < 300;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
