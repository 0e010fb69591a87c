package fr.genereferral.hubdirectory.inbox;

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
                    storable(record.getKey()),
                    Long.parseLong(text(headers, "ce_sequence")),
                    Instant.parse(text(headers, "ce_time")),
                    text(record.getPayload()));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Unreadable("malformed ce_sequence or ce_time");
        }
    }

    private static String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Unreadable("no " + name);
        }
        return text(header.value());
    }

    private static String text(byte[] bytes) {
        return storable(new String(bytes, StandardCharsets.UTF_8));
    }

    /** No JSON has a NUL in it, and no text column keeps one. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("a NUL in the record");
        }
        return text;
    }
}
