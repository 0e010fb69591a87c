package fr.genereferral.bench.scenario;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** The number of clients with which something is fastest, and what each number gave. */
record Best(int clients, String tried) {
    static Best of(IntToDoubleFunction rateWithClients) {
        record Try(int clients, double rate) {}
        var tries = Contest.CLIENTS.stream()
                .map(clients -> new Try(clients, rateWithClients.applyAsDouble(clients)))
                .toList();
        var best = tries.stream().max(Comparator.comparingDouble(Try::rate)).orElseThrow();
        return new Best(
                best.clients(),
                tries.stream()
                        .map(t -> "%d: %.0f/s".formatted(t.clients(), t.rate()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public String toString() {
        return "%d clients (%s)".formatted(clients, tried);
    }
}
