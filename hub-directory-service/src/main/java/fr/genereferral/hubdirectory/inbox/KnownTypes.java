package fr.genereferral.hubdirectory.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Hands on the events that a handler understands; the others only keep the count of their keys. */
final class KnownTypes implements EventHandler {
    private final Set<String> types;
    private final EventHandler handler;
    private final MeterRegistry meters;

    KnownTypes(Set<String> types, EventHandler handler, MeterRegistry meters) {
        this.types = types;
        this.handler = handler;
        this.meters = meters;
    }

    /** Whether none of them is understood. */
    boolean isNoneOf(List<Received> events) {
        return events.stream().noneMatch(this::isKnown);
    }

    private boolean isKnown(Received event) {
        return types.contains(event.type());
    }

    void skipped(List<Received> events) {
        events.forEach(
                event -> meters.counter("inbox.skipped", "type", event.type()).increment());
    }

    @Override
    public Uni<Void> apply(List<Received> events) {
        skipped(events.stream().filter(event -> !isKnown(event)).toList());
        var known = events.stream().filter(this::isKnown).toList();
        return known.isEmpty() ? Uni.createFrom().voidItem() : handler.apply(known);
    }
}
