package fr.genereferral.local.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a consumer group has still to commit. */
public final class Lag {
    private Lag() {}

    /**
     * By partition, where there is any.
     *
     * @param topics heard by the group, beside those it has committed something of: what it has never committed counts from
     *     the beginning
     */
    public static Map<TopicPartition, Long> of(Admin admin, String group, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var partitions = new HashSet<>(committed.keySet());
        partitions.addAll(partitions(admin, topics));
        var lag = new HashMap<TopicPartition, Long>();
        admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get()
                .forEach((partition, end) -> lag.put(partition, end.offset() - offset(committed.get(partition))));
        lag.values().removeIf(behind -> behind <= 0);
        return lag;
    }

    private static Set<TopicPartition> partitions(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .collect(Collectors.toSet());
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
