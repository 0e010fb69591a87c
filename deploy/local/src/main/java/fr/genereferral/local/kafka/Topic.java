package fr.genereferral.local.kafka;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A topic of the platform. The broker makes no topic by itself: a misspelt name is an error, not a new topic. */
record Topic(String name, int partitions, Duration retention) {
    private static final int PARTITIONS = 6;
    private static final Duration RETENTION = Duration.ofDays(7);

    static List<Topic> all() {
        return Stream.concat(
                        Stream.of(
                                        "referral.events",
                                        "eligibility.events",
                                        "hub.events",
                                        "referral-service.dead-letters",
                                        "eligibility-service.dead-letters",
                                        "hub-directory-service.dead-letters")
                                .map(name -> new Topic(name, PARTITIONS, RETENTION)),
                        // Debezium writes its heartbeats here; nobody reads them.
                        Stream.of("referral", "eligibility", "hub_directory")
                                .map(prefix -> new Topic("__debezium-heartbeat." + prefix, 1, Duration.ofHours(1))))
                .toList();
    }

    static Topic parse(String line) {
        var words = line.split(":");
        return new Topic(words[0], Integer.parseInt(words[1]), Duration.parse(words[2]));
    }

    @Override
    public String toString() {
        return "%s:%d:%s".formatted(name, partitions, retention);
    }
}
