package fr.genereferral.local.kafka;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A topic of the platform. The broker makes no topic by itself: a misspelt name is an error, not a new topic. */
record Topic(String name, int partitions, Duration retention) {
    private static final int PARTITIONS = 6;
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String DEAD_LETTERS = ".dead-letters";
    private static final int USUAL_BYTES = 1_048_588;
    private static final int DEAD_LETTER_BYTES = 20 * 1_048_588;

    static List<Topic> all() {
        return Stream.concat(
                        Stream.of(
                                        "referral.events",
                                        "eligibility.events",
                                        "hub.events",
                                        "referral-service" + DEAD_LETTERS,
                                        "eligibility-service" + DEAD_LETTERS,
                                        "hub-directory-service" + DEAD_LETTERS)
                                .map(name -> new Topic(name, PARTITIONS, RETENTION)),
                        // Debezium writes its heartbeats here; nobody reads them.
                        Stream.of("referral", "eligibility", "hub_directory")
                                .map(prefix -> new Topic("__debezium-heartbeat." + prefix, 1, Duration.ofHours(1))))
                .toList();
    }

    /** A dead letter is what came in, unpacked, and why it could not be taken: it needs more room than that. */
    int largestRecord() {
        return name.endsWith(DEAD_LETTERS) ? DEAD_LETTER_BYTES : USUAL_BYTES;
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
