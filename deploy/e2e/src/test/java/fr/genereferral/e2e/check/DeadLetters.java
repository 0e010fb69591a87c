package fr.genereferral.e2e.check;

import fr.genereferral.local.LocalSystem;
import java.util.Set;
import java.util.stream.Collectors;

/** What consumers have given up. A fault of a server is no reason to give up an event: it was fine. */
public final class DeadLetters {
    private DeadLetters() {}

    /** Where each of them lies, with the turn that it was. */
    public static Set<String> of(LocalSystem system) {
        try (var topics = new Topics(system.platform().kafkaBootstrapServers())) {
            return topics.read().stream()
                    .filter(heard -> heard.origin() != null)
                    .map(heard -> "%s: %s#%d".formatted(heard.place(), heard.key(), heard.sequence()))
                    .collect(Collectors.toSet());
        }
    }
}
