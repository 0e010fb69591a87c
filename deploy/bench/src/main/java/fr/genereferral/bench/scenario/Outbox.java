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

/** The way of referral-service's events to the others, taken away and given back. */
final class Outbox {
    private static final String SERVICE = "referral";
    private static final String CONNECTOR = "/connectors/outbox-" + SERVICE;
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private final Bed bed;
    private final HttpClient http = HttpClient.newHttpClient();

    Outbox(Bed bed) {
        this.bed = bed;
    }

    /** Its events wait in the log of the database. */
    void stop() {
        send("PUT", CONNECTOR + "/stop");
        awaitFreeSlot();
    }

    void resume() {
        send("PUT", CONNECTOR + "/resume");
    }

    /** With its slot and what it remembers: a slot that nobody reads would keep the whole log. */
    void disconnect() {
        stop();
        send("DELETE", CONNECTOR + "/offsets");
        send("DELETE", CONNECTOR);
        bed.database(SERVICE).execute("select pg_drop_replication_slot('outbox_referral')");
    }

    private void awaitFreeSlot() {
        var database = bed.database(SERVICE);
        new Patience("free slot", TO_STOP)
                .until(() -> database.count(
                                "select count(*) from pg_replication_slots where slot_name = 'outbox_referral' and active")
                        == 0);
    }

    void connect() {
        bed.system().platform().connect().register(SERVICE);
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
