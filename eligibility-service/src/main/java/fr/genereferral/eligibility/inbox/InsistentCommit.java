package fr.genereferral.eligibility.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Commits the offsets of what was applied, and again while the broker does not take them. The connector's own strategy
 * {@code latest} tries once: after an outage the group would seem to lag until something more arrives.
 */
final class InsistentCommit implements KafkaCommitHandler {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What comes again after a crash changes nothing, and each commit is a request to the broker. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final KafkaConsumer<?, ?> consumer;
    /**
     * How far each partition has been taken since it was assigned here, beginning with the first record that came. What
     * was under way when a partition went elsewhere ends late, as after a pause of the machine: committed then, it would
     * take the new owner's offset back, and the group would seem to lag until something more arrives.
     */
    private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();
    /** Applied, and not known to be committed. */
    private final Map<TopicPartition, OffsetAndMetadata> due = new ConcurrentHashMap<>();
    /** One commit is under way at most: whatever is acknowledged meanwhile goes with the next. */
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile boolean ended;

    /** Chosen by {@code commit-strategy=insistent}. */
    @ApplicationScoped
    @Identifier("insistent")
    static class Factory implements KafkaCommitHandler.Factory {
        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new InsistentCommit(consumer);
        }
    }

    InsistentCommit(KafkaConsumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        reached.putIfAbsent(partition(record), record.getOffset());
        return Uni.createFrom().item(record);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        reached.computeIfPresent(partition(record), (partition, before) -> {
            var next = record.getOffset() + 1;
            if (next > before) {
                due.put(partition, new OffsetAndMetadata(next));
            }
            return Math.max(next, before);
        });
        begin();
        return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    private static TopicPartition partition(IncomingKafkaRecord<?, ?> record) {
        return new TopicPartition(record.getTopic(), record.getPartition());
    }

    private void begin() {
        if (!ended && !due.isEmpty() && busy.compareAndSet(false, true)) {
            commit();
        }
    }

    private void commit() {
        var sent = Map.copyOf(due);
        consumer.commitAsync(sent)
                .onItem()
                .invoke(() -> sent.forEach(due::remove))
                .onItem()
                .delayIt()
                .by(BETWEEN)
                .onFailure()
                .recoverWithUni(refused ->
                        Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE))
                .subscribe()
                .with(ignored -> {
                    busy.set(false);
                    begin();
                });
    }

    /** Whoever has the partition now commits for it. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        reached.keySet().removeAll(partitions);
        due.keySet().removeAll(partitions);
    }

    @Override
    public void terminate(boolean graceful) {
        ended = true;
    }
}
