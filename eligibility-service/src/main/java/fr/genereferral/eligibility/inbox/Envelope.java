package fr.genereferral.eligibility.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** Reads a record's CloudEvents headers (binary mode). */
final class Envelope {
    private Envelope() {}

    /** @throws Unreadable when a header that is needed is missing or malformed */
    static Received open(KafkaRecord<String, byte[]> record) {
        var headers = record.getHeaders();
        if (record.getPayload() == null || record.getKey() == null) {
            throw new Unreadable("no key or no value");
        }
        try {
            return new Received(
                    text(headers, "ce_id"),
                    text(headers, "ce_type"),
                    record.getKey(),
                    Long.parseLong(text(headers, "ce_sequence")),
                    Instant.parse(text(headers, "ce_time")),
                    new String(record.getPayload(), StandardCharsets.UTF_8));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Unreadable("malformed ce_sequence or ce_time");
        }
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Unreadable("no " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
