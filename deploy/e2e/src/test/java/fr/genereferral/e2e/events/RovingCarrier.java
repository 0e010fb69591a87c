package fr.genereferral.e2e.events;

import fr.genereferral.e2e.check.Tables;
import fr.genereferral.local.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Carries outboxes to their topics as badly as is allowed: in any order, some late, each of them twice. */
final class RovingCarrier {
    private static final List<String> DATABASES = List.of("referral", "eligibility", "hub_directory");

    private static final String WRITTEN =
            "select id, aggregatetype || '.events', aggregateid, payload, type, source, time, sequence from outbox";

    private final Tables tables;
    private final Wire wire;
    private final Random random;
    private final Set<String> carried = new HashSet<>();
    private final List<ProducerRecord<String, byte[]>> late = new ArrayList<>();

    RovingCarrier(LocalSystem system, Wire wire, Random random) {
        this.tables = new Tables(system);
        this.wire = wire;
        this.random = random;
        written();
    }

    /** Half of what there is to carry now; the rest keeps for another round. */
    void round() {
        late.addAll(written());
        Collections.shuffle(late, random);
        var now = new ArrayList<>(late.subList(0, (late.size() + 1) / 2));
        late.subList(0, now.size()).clear();
        wire.sendAll(now);
        Collections.shuffle(now, random);
        wire.sendAll(now);
    }

    boolean hasCarriedAll() {
        late.addAll(written());
        return late.isEmpty();
    }

    private List<ProducerRecord<String, byte[]>> written() {
        var found = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var database : DATABASES) {
            tables.read(database, WRITTEN, row -> carried.add(row.getString(1)) && found.add(event(row)));
        }
        return found;
    }

    /** What a service has said of one child, in its order. */
    static List<ProducerRecord<String, byte[]>> saidOf(String child, Tables tables, String database) {
        return tables.read(
                database, WRITTEN + " where aggregateid = '" + child + "' order by sequence", RovingCarrier::event);
    }

    private static ProducerRecord<String, byte[]> event(ResultSet row) throws SQLException {
        return headed(
                new ProducerRecord<>(row.getString(2), row.getString(3), bytes(row.getString(4))),
                List.of("ce_id", row.getString(1)),
                List.of("ce_type", row.getString(5)),
                List.of("ce_source", row.getString(6)),
                List.of("ce_time", row.getString(7)),
                List.of("ce_sequence", row.getString(8)));
    }

    @SafeVarargs
    private static ProducerRecord<String, byte[]> headed(
            ProducerRecord<String, byte[]> event, List<String>... headers) {
        for (var header : headers) {
            event.headers().add(header.get(0), bytes(header.get(1)));
        }
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
