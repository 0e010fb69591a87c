package fr.genereferral.local.connect;

import java.util.List;
import java.util.stream.Stream;

/** What Kafka Connect says of a connector and its tasks. */
record ConnectorState(String connector, List<String> tasks) {
    private static final String RUNNING = "RUNNING";
    private static final String FAILED = "FAILED";

    boolean runs() {
        return connector.equals(RUNNING) && !tasks.isEmpty() && tasks.stream().allMatch(RUNNING::equals);
    }

    boolean failed() {
        return Stream.concat(Stream.of(connector), tasks.stream()).anyMatch(FAILED::equals);
    }
}
