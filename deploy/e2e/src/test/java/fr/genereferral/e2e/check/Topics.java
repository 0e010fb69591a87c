package fr.genereferral.e2e.check;

import fr.genereferral.e2e.support.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Every record of the event topics and of the dead letters, read from the beginning; each look reads on. */
final class Topics implements AutoCloseable {
    /** All that was ever said on a platform: in the long run there is much of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(Scale.of(20, 120));

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();

    Topics(String bootstrapServers) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                "false",
                "default.api.timeout.ms",
                "20000");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        Hearing.all().stream()
                .flatMap(h -> Stream.of(h.topic(), h.deadLetters()))
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .forEach(partitions::add);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All that was written before this call. */
    List<Heard> read() {
        var ends = consumer.endOffsets(partitions);
        var limit = System.nanoTime() + PATIENCE.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The checker cannot read the topics to their end");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(Heard.of(record)));
        }
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
