package fr.genereferral.e2e.badinput;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends cases over kept-alive connections, a few at a time, and gathers what the oracle has to complain of. */
final class Volley {
    private static final int SENDERS = 4;
    private static final int ENOUGH = 120;

    private final Oracle oracle;
    private final Tally tally = new Tally();
    /** The first of each sort: a defect shows in hundreds of requests. */
    private final Map<String, String> complaints = new ConcurrentSkipListMap<>();

    Volley(Oracle oracle) {
        this.oracle = oracle;
    }

    Tally tally() {
        return tally;
    }

    /** Ends early when there is enough to complain of. */
    List<String> send(int count, IntFunction<Case> cases) {
        var next = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(SENDERS);
        try {
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < SENDERS; i++) {
                senders.add(pool.submit(() -> sender(next, count, cases)));
            }
            for (var sender : senders) {
                sender.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
        return List.copyOf(complaints.values());
    }

    private void sender(AtomicInteger next, int count, IntFunction<Case> cases) {
        Map<Service, Wire> wires = new EnumMap<>(Service.class);
        for (var i = next.getAndIncrement(); i < count && complaints.size() < ENOUGH; i = next.getAndIncrement()) {
            var one = cases.apply(i);
            var wire = wires.computeIfAbsent(one.call().service(), service -> new Wire(service.port()));
            var answer = wire.exchange(
                    one.call().bytes(Callers.token(one.call().caller())),
                    one.call().method().equals("HEAD"));
            tally.add(one, answer);
            var number = i;
            oracle.complaint(one, answer).ifPresent(complaint -> complain(number, one, answer, complaint));
        }
        wires.values().forEach(wire -> {
            tally.addHangUps(wire.hangUps());
            wire.close();
        });
    }

    private void complain(int number, Case one, Answer answer, String complaint) {
        var sort = one.operation()
                + one.kind()
                + answer.status()
                + complaint.substring(0, Math.min(30, complaint.length()));
        complaints.putIfAbsent(
                sort,
                "case %d, %s, %s: %s%n%s%n=> %s%n"
                        .formatted(number, one.operation(), one.kind(), complaint, one.call(), answer));
    }
}
