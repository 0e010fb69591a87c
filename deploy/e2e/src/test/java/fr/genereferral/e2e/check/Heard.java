package fr.genereferral.e2e.check;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic, by its envelope.
 *
 * @param id of the event; null when the record has none
 * @param sequence -1 when the record has none that is a number
 * @param injected a test wrote it, no outbox did
 * @param origin for a dead letter the record that it is of
 */
record Heard(Place place, String key, String id, String type, long sequence, boolean injected, Place origin) {
    /** Where a record lies. */
    record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + "/" + partition + "@" + offset;
        }
    }

    static Heard of(ConsumerRecord<String, byte[]> record) {
        return new Heard(
                new Place(record.topic(), record.partition(), record.offset()),
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                number(header(record, "ce_sequence")),
                record.headers().lastHeader(Invariants.INJECTED) != null,
                origin(record));
    }

    private static Place origin(ConsumerRecord<String, byte[]> record) {
        var topic = header(record, "dead-letter-topic");
        return topic == null
                ? null
                : new Place(
                        topic,
                        Integer.parseInt(header(record, "dead-letter-partition")),
                        Long.parseLong(header(record, "dead-letter-offset")));
    }

    private static long number(String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
