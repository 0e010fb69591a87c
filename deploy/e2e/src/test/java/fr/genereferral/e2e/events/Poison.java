package fr.genereferral.e2e.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.e2e.check.Invariants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What may lie on a topic that nobody can apply. */
enum Poison {
    NO_JSON("the payload is not a %s", event -> event.payload("{not json")),
    MEGABYTE_OF_ZEROS("a NUL in the record", event -> event.value(new byte[1024 * 1024])),
    MISSING_FIELD(
            "the payload is not a %s",
            event -> event.payload(event.payload().replaceFirst("\"(therapy|assessment|dossier)\"", "\"not-$1\""))),
    NULL_FIELD(
            "the payload is not a %s",
            event -> event.payload(event.payload()
                    .replaceFirst("\"(matchRunId|cause|dossierVersion|therapy)\": *[^,]*,", "\"$1\": null,"))),
    WRONG_KEY(
            "the payload does not speak of its key",
            event -> event.payload(
                    event.payload().replace(event.key(), UUID.randomUUID().toString()))),
    NULL_VALUE("no key or no value", event -> event.value(null)),
    NO_ID("no ce_id", event -> event.without("ce_id")),
    NO_TYPE("no ce_type", event -> event.without("ce_type")),
    NO_SEQUENCE("no ce_sequence", event -> event.without("ce_sequence")),
    SEQUENCE_IN_WORDS("malformed ce_sequence or ce_time", event -> event.header("ce_sequence", "first")),
    NO_TIME("no ce_time", event -> event.without("ce_time")),
    UNKNOWN_TYPE("", event -> event.header("ce_type", "SomethingElse.v1")),
    UNKNOWN_VERSION("", event -> event.header("ce_type", event.type().replace(".v1", ".v9")));

    private final String reason;
    private final UnaryOperator<Event> spoilt;

    /** @param reason that its dead letter gives, in which %s is the type; empty where there is none */
    Poison(String reason, UnaryOperator<Event> spoilt) {
        this.reason = reason;
        this.spoilt = spoilt;
    }

    /** Skipped and counted: a receiver that does not know a type or a version of it has no use for it. */
    boolean isSkipped() {
        return reason.isEmpty();
    }

    /** Why this listener sets it aside: for what is wrong with it, and for nothing else. */
    String reason(Listener listener) {
        return reason.formatted(listener.type);
    }

    ProducerRecord<String, byte[]> record(Listener listener, int partition, UUID key, long sequence) {
        return spoilt.apply(Event.healthy(listener, partition, key, sequence)).record();
    }

    /** A record in the making. */
    record Event(Listener listener, ProducerRecord<String, byte[]> record) {
        private static final ObjectMapper JSON = new ObjectMapper();

        /** What the listener understands; whether it can be applied is another matter. */
        static Event healthy(Listener listener, int partition, UUID key, long sequence) {
            try {
                var payload = (ObjectNode) JSON.readTree(listener.example());
                payload.put("referralId", key.toString()).put("sequence", sequence);
                return of(listener, partition, key, sequence, listener.type, payload.toString());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        static Event of(Listener listener, int partition, UUID key, long sequence, String type, String payload) {
            var value = payload.getBytes(StandardCharsets.UTF_8);
            return new Event(listener, new ProducerRecord<>(listener.topic, partition, key.toString(), value))
                    .header("ce_id", UUID.randomUUID().toString())
                    .header("ce_type", type)
                    .header("ce_sequence", Long.toString(sequence))
                    .header("ce_time", Instant.now().toString())
                    .header(Invariants.INJECTED, "yes");
        }

        String key() {
            return record.key();
        }

        String type() {
            return listener.type;
        }

        String payload() {
            return new String(record.value(), StandardCharsets.UTF_8);
        }

        Event payload(String text) {
            return value(text.getBytes(StandardCharsets.UTF_8));
        }

        Event value(byte[] value) {
            return new Event(
                    listener,
                    new ProducerRecord<>(record.topic(), record.partition(), record.key(), value, record.headers()));
        }

        Event header(String name, String value) {
            record.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Event without(String name) {
            record.headers().remove(name);
            return this;
        }
    }
}
