package fr.genereferral.eligibility.inbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class InsistentCommitTest {
    private final Commits broker = new Commits();
    private final InsistentCommit commit = new InsistentCommit(broker.consumer());

    /** What the broker was asked for; it answers when the test says so. */
    private static final class Commits {
        private record Asked(Map<TopicPartition, OffsetAndMetadata> offsets, UniEmitter<? super Void> answer) {}

        private final List<Asked> asked = new CopyOnWriteArrayList<>();

        @SuppressWarnings("unchecked")
        KafkaConsumer<?, ?> consumer() {
            return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (self, method, arguments) -> {
                        assertEquals("commitAsync", method.getName());
                        var offsets = (Map<TopicPartition, OffsetAndMetadata>) arguments[0];
                        return Uni.createFrom().<Void>emitter(answer -> asked.add(new Asked(offsets, answer)));
                    });
        }

        void take() {
            asked.get(asked.size() - 1).answer().complete(null);
        }

        void refuse() {
            asked.get(asked.size() - 1).answer().fail(new TimeoutException("no coordinator"));
        }

        List<Map<TopicPartition, OffsetAndMetadata>> offsets() {
            return asked.stream().map(Asked::offsets).toList();
        }
    }

    @Test
    void commitsWhatComesAfterTheRecord() {
        acknowledge(0, 41);

        assertEquals(List.of(Map.of(partition(0), new OffsetAndMetadata(42))), broker.offsets());
    }

    @Test
    void commitsTogetherWhatCameWhileOneWasUnderWay() {
        acknowledge(0, 1);
        acknowledge(0, 2);
        acknowledge(1, 7);

        broker.take();

        assertEquals(1, broker.asked.size(), "at once");
        await().until(() -> broker.asked.size() == 2);
        assertEquals(
                Map.of(partition(0), new OffsetAndMetadata(3), partition(1), new OffsetAndMetadata(8)),
                broker.offsets().get(1));
    }

    @Test
    void asksAgainUntilTheBrokerTakesIt() {
        acknowledge(0, 41);

        broker.refuse();
        await().until(() -> broker.asked.size() == 2);
        broker.take();

        assertEquals(broker.offsets().get(0), broker.offsets().get(1));
        assertEquals(2, broker.asked.size());
    }

    @Test
    void leavesARevokedPartitionToItsNewOwner() {
        acknowledge(0, 1);
        acknowledge(0, 2);
        acknowledge(1, 7);

        commit.partitionsRevoked(List.of(partition(0)));
        broker.take();

        await().until(() -> broker.asked.size() == 2);
        assertEquals(
                Map.of(partition(1), new OffsetAndMetadata(8)), broker.offsets().get(1));
    }

    @Test
    void takesNothingBackThatTheNewOwnerHasCommitted() {
        receive(0, 1);
        commit.partitionsRevoked(List.of(partition(0)));
        commit.handle(record(0, 1)).await().indefinitely();
        assertEquals(List.of(), broker.offsets());

        receive(0, 50);
        commit.handle(record(0, 1)).await().indefinitely();
        assertEquals(List.of(), broker.offsets());

        acknowledge(0, 50);
        assertEquals(List.of(Map.of(partition(0), new OffsetAndMetadata(51))), broker.offsets());
    }

    @Test
    void asksNoMoreAfterItsEnd() {
        acknowledge(0, 1);
        acknowledge(0, 2);

        commit.terminate(true);
        broker.take();

        await().during(Duration.ofMillis(500)).until(() -> broker.asked.size() == 1);
    }

    private void acknowledge(int partition, long offset) {
        receive(partition, offset);
        commit.handle(record(partition, offset)).await().indefinitely();
    }

    private void receive(int partition, long offset) {
        commit.received(record(partition, offset)).await().indefinitely();
    }

    private IncomingKafkaRecord<String, byte[]> record(int partition, long offset) {
        var record = new ConsumerRecord<>("a topic", partition, offset, "key", new byte[0]);
        return new IncomingKafkaRecord<>(record, "channel", -1, commit, null, false);
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("a topic", number);
    }
}
