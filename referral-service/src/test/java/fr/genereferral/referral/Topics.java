package fr.genereferral.referral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to the real broker as the other services do: CloudEvents in binary mode. */
public final class Topics {
    private Topics() {}

    /** One for all: to begin a producer takes longer than what most tests ask. */
    private static final class Shared {
        static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalServers.platform().kafkaBootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Returns once the broker has it. */
    public static void publish(String topic, String key, String type, long sequence, String payload) {
        var record = new ProducerRecord<>(topic, key, payload);
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_type", type);
        header(record, "ce_sequence", Long.toString(sequence));
        header(record, "ce_time", Instant.now().toString());
        Shared.PRODUCER.send(record);
        Shared.PRODUCER.flush();
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything on a topic, from its beginning. */
    public static List<ConsumerRecord<String, byte[]>> all(String topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", LocalServers.platform().kafkaBootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new java.util.ArrayList<ConsumerRecord<String, byte[]>>();
            var until = Instant.now().plusSeconds(5);
            while (Instant.now().isBefore(until) && found.isEmpty()) {
                consumer.poll(Duration.ofMillis(500)).forEach(found::add);
            }
            consumer.poll(Duration.ofMillis(500)).forEach(found::add);
            return found;
        }
    }
}
