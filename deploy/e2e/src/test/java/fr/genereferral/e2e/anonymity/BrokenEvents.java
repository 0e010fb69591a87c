package fr.genereferral.e2e.anonymity;

import fr.genereferral.e2e.check.Hearing;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.events.Wire;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;

/** What was said of a child comes again, broken: there are dead letters of it in every place that has any. */
final class BrokenEvents {
    private static final String SEQUENCE = "ce_sequence";
    private static final String TYPE = "ce_type";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A type that all who listen to the topic understand: each of them looks into what is broken. */
    private static final Map<String, String> UNDERSTOOD = Map.of(
            "referral.events", "ReferralClosed.v1",
            "eligibility.events", "ReferralAssessed.v1",
            "hub.events", "OfferMade.v1");

    private final Databases databases;
    private final Wire wire;
    private final String child;

    private BrokenEvents(Databases databases, Wire wire, String child) {
        this.databases = databases;
        this.wire = wire;
        this.child = child;
    }

    /**
     * Every event once more without its time, which nobody opens; then one in its turn whose envelope is whole, and which ends in
     * the middle.
     *
     * @param child whom all is over for: what is broken takes the turn of nobody
     */
    static void of(IdentityPlatform platform, Databases databases, String child) {
        try (var wire = new Wire(platform.system())) {
            var broken = new BrokenEvents(databases, wire, child);
            var sent = new HashMap<String, Integer>();
            UNDERSTOOD.keySet().forEach(topic -> sent.put(topic, broken.sent(topic)));
            Hearing.all().forEach(hearing -> broken.await(hearing, sent.get(hearing.topic())));
        }
    }

    /** @return how many */
    private int sent(String topic) {
        var heard = wire.all(topic).stream()
                .filter(event -> child.equals(event.key()))
                .toList();
        var last = heard.stream()
                .mapToLong(event -> Long.parseLong(Wire.header(event, SEQUENCE)))
                .max()
                .orElseThrow(() -> new IllegalStateException("nothing of " + child + " in " + topic));
        Hearing.all().stream()
                .filter(hearing -> hearing.topic().equals(topic))
                .forEach(hearing -> awaitTurn(hearing, last));
        heard.forEach(event -> wire.send(without("ce_time", cut(event))));
        var next = cut(heard.get(heard.size() - 1));
        wire.send(with(SEQUENCE, Long.toString(last + 1), with(TYPE, UNDERSTOOD.get(topic), next)));
        return heard.size() + 1;
    }

    private void awaitTurn(Hearing hearing, long last) {
        var position = "select sequence from inbox_position where topic = '%s' and key = '%s'"
                .formatted(hearing.topic(), child);
        Awaitility.await().atMost(PATIENCE).until(() -> select(hearing, position)
                .equals(List.of(Long.toString(last))));
    }

    private List<String> select(Hearing hearing, String query) {
        try {
            return databases.select(hearing.database(), query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(Hearing hearing, int count) {
        Awaitility.await(hearing.toString()).atMost(PATIENCE).until(() -> letters(hearing) >= count);
    }

    private long letters(Hearing hearing) {
        return wire.all(hearing.deadLetters()).stream()
                .filter(letter -> child.equals(letter.key()))
                .filter(letter -> hearing.topic().equals(Wire.header(letter, "dead-letter-topic")))
                .count();
    }

    private static ProducerRecord<String, byte[]> cut(ConsumerRecord<String, byte[]> heard) {
        var half = Arrays.copyOf(heard.value(), heard.value().length / 2);
        var event = new ProducerRecord<>(heard.topic(), heard.partition(), heard.key(), half, heard.headers());
        return with(Invariants.INJECTED, "yes", event);
    }

    private static ProducerRecord<String, byte[]> with(
            String name, String value, ProducerRecord<String, byte[]> event) {
        without(name, event).headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static ProducerRecord<String, byte[]> without(String name, ProducerRecord<String, byte[]> event) {
        event.headers().remove(name);
        return event;
    }
}
