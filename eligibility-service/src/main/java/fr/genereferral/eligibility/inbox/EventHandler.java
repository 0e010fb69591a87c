package fr.genereferral.eligibility.inbox;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a consumer does with the events whose turn it is, inside the inbox's transaction. */
@FunctionalInterface
public interface EventHandler {

    /** A failure rolls everything back: the events are tried again one by one to find the one that cannot be applied. */
    Uni<Void> apply(List<Received> events);
}
