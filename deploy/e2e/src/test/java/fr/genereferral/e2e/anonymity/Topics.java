package fr.genereferral.e2e.anonymity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every record of every topic of a broker, dead letters and what Connect and Kafka keep for themselves included. */
record Topics(String servers) {
    private static final Duration POLL = Duration.ofMillis(500);

    List<Found> searched(Search search) {
        var found = new ArrayList<Found>();
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(POLL).forEach(message -> look(message, search, found));
            }
        }
        return found;
    }

    List<String> names() {
        try (var admin = Admin.create(settings())) {
            var all = new ListTopicsOptions().listInternal(true);
            return List.copyOf(admin.listTopics(all).names().get());
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(String topic, String text) {
        publish(new ProducerRecord<>(topic, 0, "planted", text));
    }

    /** Nothing in it but a header's name. */
    void publishNamed(String topic, String header) {
        var message = new ProducerRecord<>(topic, 0, "planted", "{}");
        message.headers().add(header, new byte[0]);
        publish(message);
    }

    private void publish(ProducerRecord<String, String> message) {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return names().stream()
                .flatMap(name -> consumer.partitionsFor(name).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** A name of a header is as much of a record as its value is. */
    private static void look(ConsumerRecord<byte[], byte[]> message, Search search, List<Found> found) {
        var parts = new ArrayList<byte[]>();
        parts.add(message.key());
        parts.add(message.value());
        message.headers().forEach(header -> {
            parts.add(header.key().getBytes(StandardCharsets.UTF_8));
            parts.add(header.value());
        });
        parts.add(Packed.inflatedFrom(message.value()));
        parts.stream()
                .filter(part -> part != null)
                .flatMap(part -> search.in(part).stream())
                .forEach(shape -> found.add(new Found("topic " + message.topic(), shape)));
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", servers, "allow.auto.create.topics", "false");
    }
}
