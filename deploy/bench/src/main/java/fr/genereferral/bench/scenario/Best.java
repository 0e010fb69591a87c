package fr.genereferral.bench.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The way and the number of clients with which something is fastest, and what each gave. */
record Best<W>(W way, int clients, String tried) {
    /** How fast a way is with so many clients. */
    interface Trial<W> {
        double rate(W way, int clients);
    }

    static <W> Best<W> of(List<W> ways, Function<W, String> name, Trial<W> trial) {
        record Try<W>(W way, int clients, double rate) {}
        var tries = new ArrayList<Try<W>>();
        for (var way : ways) {
            Contest.CLIENTS.forEach(clients -> tries.add(new Try<>(way, clients, trial.rate(way, clients))));
        }
        var best = tries.stream().max(Comparator.comparingDouble(Try::rate)).orElseThrow();
        var tried = tries.stream()
                .map(t -> "%s with %d: %.0f/s".formatted(name.apply(t.way()), t.clients(), t.rate()))
                .collect(Collectors.joining("; "));
        return new Best<>(
                best.way(),
                best.clients(),
                "%s with %d clients (%s)".formatted(name.apply(best.way()), best.clients(), tried));
    }
}
