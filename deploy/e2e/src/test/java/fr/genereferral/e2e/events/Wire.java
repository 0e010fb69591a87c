package fr.genereferral.e2e.events;

import fr.genereferral.local.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics in the raw: reads all that is there, writes whatever it is given. */
public final class Wire implements AutoCloseable {
    static final List<String> EVENTS = List.of("referral.events", "eligibility.events", "hub.events");
    private static final String LARGER_THAN_ANY_TOPIC_TAKES = Integer.toString(40 * 1024 * 1024);

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public Wire(LocalSystem system) {
        bootstrapServers = system.platform().kafkaBootstrapServers();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "max.request.size", LARGER_THAN_ANY_TOPIC_TAKES,
                "buffer.memory", LARGER_THAN_ANY_TOPIC_TAKES,
                "compression.type", "gzip");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Returns when the broker has it.
     *
     * @return its offset
     */
    public long send(ProducerRecord<String, byte[]> event) {
        return taken(producer.send(event)).offset();
    }

    /** In the order given, without waiting for each; returns when the broker has them all. */
    public void sendAll(List<ProducerRecord<String, byte[]>> events) {
        var sent = events.stream().map(producer::send).toList();
        producer.flush();
        sent.forEach(Wire::taken);
    }

    /** Demanded of each: what never arrived proves nothing. */
    private static RecordMetadata taken(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same again, to the byte. */
    public static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> heard) {
        return new ProducerRecord<>(heard.topic(), heard.partition(), heard.key(), heard.value(), heard.headers());
    }

    public static String header(ConsumerRecord<String, byte[]> heard, String name) {
        var header = heard.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Of an event that is yet to be sent; empty without one. */
    static String type(ProducerRecord<String, byte[]> event) {
        var header = event.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** How many records have ever been written to each partition of the event topics. */
    Map<TopicPartition, Long> ends() {
        try (var consumer = consumer()) {
            var partitions = EVENTS.stream()
                    .flatMap(topic -> partitions(consumer, topic).stream())
                    .toList();
            return consumer.endOffsets(partitions);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
